package fangpin.batch.cases;

import fangpin.batch.store.Bytes;
import fangpin.batch.store.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The persons of one partition and their days of cover. Loaded again for each partition. */
final class PersonTable {
    private static final int NONE = -1;

    private byte[] bytes = new byte[0];
    private int[] slots = new int[16];
    private int mask = slots.length - 1;
    private int persons;
    /** {@link PersonId#NONE} where the id is no number. */
    private long[] numbers = new long[16];

    private int[] idFrom = new int[16];
    private int[] idTo = new int[16];
    /** First spell of a person, then the next of the same person. */
    private int[] firstSpell = new int[16];

    private int spells;
    private int[] spellFrom = new int[16];
    private int[] spellUntil = new int[16];
    private int[] nextSpell = new int[16];

    int persons() {
        return persons;
    }

    /** Takes the members of a partition; {@code members} must stay as it is while the table is used. */
    void load(byte[] members, int length) {
        bytes = members;
        persons = 0;
        spells = 0;
        Arrays.fill(slots, NONE);
        RecordReader records = new RecordReader(members);
        while (records.at() < length) {
            int from = records.string();
            int to = records.at();
            int coverFrom = (int) records.number();
            int coverUntil = (int) records.number();
            int person = findOrAdd(from, to);
            if (coverFrom < coverUntil) {
                addSpell(person, coverFrom, coverUntil);
            }
        }
    }

    private int findOrAdd(int from, int to) {
        long anyCase = PersonId.number(bytes, from, to);
        long number = PersonId.exact(anyCase, bytes, to);
        int slot = (int) PersonId.hash(anyCase, bytes, from, to) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (number == PersonId.NONE ? isSame(person, bytes, from, to) : numbers[person] == number) {
                return person;
            }
            slot = slot + 1 & mask;
        }
        if (persons == idFrom.length) {
            numbers = Arrays.copyOf(numbers, 2 * persons);
            idFrom = Arrays.copyOf(idFrom, 2 * persons);
            idTo = Arrays.copyOf(idTo, 2 * persons);
            firstSpell = Arrays.copyOf(firstSpell, 2 * persons);
        }
        numbers[persons] = number;
        idFrom[persons] = from;
        idTo[persons] = to;
        firstSpell[persons] = NONE;
        slots[slot] = persons;
        persons++;
        if (2 * persons > slots.length) {
            rehash();
        }
        return persons - 1;
    }

    private void rehash() {
        slots = new int[4 * slots.length];
        mask = slots.length - 1;
        Arrays.fill(slots, NONE);
        for (int person = 0; person < persons; person++) {
            int slot = (int) hash(bytes, idFrom[person], idTo[person]) & mask;
            while (slots[slot] != NONE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = person;
        }
    }

    private static long hash(byte[] id, int from, int to) {
        return PersonId.hash(PersonId.number(id, from, to), id, from, to);
    }

    private void addSpell(int person, int from, int until) {
        if (spells == spellFrom.length) {
            spellFrom = Arrays.copyOf(spellFrom, 2 * spells);
            spellUntil = Arrays.copyOf(spellUntil, 2 * spells);
            nextSpell = Arrays.copyOf(nextSpell, 2 * spells);
        }
        spellFrom[spells] = from;
        spellUntil[spells] = until;
        nextSpell[spells] = firstSpell[person];
        firstSpell[person] = spells;
        spells++;
    }

    /** Which person of this partition has the id of this {@link PersonId number}, or -1. */
    int find(long number) {
        int slot = (int) Bytes.hash(number) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (numbers[person] == number) {
                return person;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    /** Which person of this partition has an id that is no number, or -1. */
    int find(byte[] other, int from, int to) {
        int slot = (int) hash(other, from, to) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (isSame(person, other, from, to)) {
                return person;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    private boolean isSame(int person, byte[] other, int from, int to) {
        return Arrays.equals(bytes, idFrom[person], idTo[person], other, from, to);
    }

    /** Where a person's id begins in the members' bytes. */
    int idFrom(int person) {
        return idFrom[person];
    }

    int idTo(int person) {
        return idTo[person];
    }

    String id(int person) {
        return new String(bytes, idFrom[person], idTo[person] - idFrom[person], StandardCharsets.UTF_8);
    }

    boolean covered(int person, int day) {
        for (int spell = firstSpell[person]; spell != NONE; spell = nextSpell[spell]) {
            if (spellFrom[spell] <= day && day < spellUntil[spell]) {
                return true;
            }
        }
        return false;
    }

    /** A member's id that differs from this one only in letter case; empty if there is none. */
    String nearMiss(byte[] other) {
        int slot = (int) hash(other, 0, other.length) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (idTo[person] - idFrom[person] == other.length
                    && Bytes.equalButForCase(other, 0, other.length, bytes, idFrom[person])) {
                return id(person);
            }
            slot = slot + 1 & mask;
        }
        return "";
    }
}
