package fangpin.office.access;

/**
 * 经办: who does something, and from where he asked for it, as a record of it names both. Work that one thread does for several who asked carries
 * it along.
 *
 * @param address of the request; {@code local} where there is none
 */
public record Doer(Actor actor, String address) {}
