package fr.atlasqpv.edition;

import java.util.Collection;

/**
 * Told of every key that the reader of editions asks for: the schema of edition files is written from it, so that it cannot
 * know other keys than the reader does.
 */
@FunctionalInterface
interface Observer {
    /** Nobody listens. */
    Observer NOBODY = (path, key, type, words) -> {};

    /** What stands under a key, in the words of JSON Schema. */
    enum Type {
        STRING, BOOLEAN, NUMBER, INTEGER, WORDS, GROUPS, STRINGS, INTEGERS, NUMBERS, OBJECT, OBJECTS, REQUIRED
    }

    /**
     * A key has been asked for.
     *
     * @param path section that it stands in, as faults tell it
     * @param key the key
     * @param type what is expected there, or that the key must be there
     * @param words the closed list of words that may stand there; empty when any may
     */
    void asked(String path, String key, Type type, Collection<String> words);
}
