package fr.atlasqpv.secrecy;

/**
 * A remark of the protection, without any withheld figure.
 *
 * @param code identifier, such as {@code regle-non-verifiable}
 * @param subject cell or indicator
 * @param message one sentence in French
 */
public record ProtectionNotice(String code, String subject, String message) {}
