package fangpin.tables;

/**
 * One text for people in both languages of the product.
 *
 * @param zh Chinese
 * @param en English
 */
public record Message(String zh, String en) {}
