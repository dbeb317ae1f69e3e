package fr.atlasqpv.extract;

/** Form of INSEE commune codes, and the arrondissements of Paris, Lyon and Marseille. */
final class CommuneCode {
    private CommuneCode() {}

    /** Tells whether a text has the form of a code: five digits, the second may be A or B in Corsica. */
    static boolean valid(String code) {
        if (code.length() != 5 || !digit(code, 0) || !digit(code, 2) || !digit(code, 3) || !digit(code, 4)) {
            return false;
        }
        char second = code.charAt(1);
        return digit(code, 1) || (code.charAt(0) == '2' && (second == 'A' || second == 'B'));
    }

    private static boolean digit(String code, int index) {
        char c = code.charAt(index);
        return c >= '0' && c <= '9';
    }

    /** Tells whether the code is of an arrondissement. */
    static boolean arrondissement(String code) {
        return !commune(code).equals(code);
    }

    /** The commune that an arrondissement is part of; any other code is given back. */
    static String commune(String code) {
        if (code.compareTo("75101") >= 0 && code.compareTo("75120") <= 0) {
            return "75056";
        }
        if (code.compareTo("69381") >= 0 && code.compareTo("69389") <= 0) {
            return "69123";
        }
        if (code.compareTo("13201") >= 0 && code.compareTo("13216") <= 0) {
            return "13055";
        }
        return code;
    }
}
