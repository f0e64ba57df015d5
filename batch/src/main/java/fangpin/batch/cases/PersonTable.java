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
        int slot = (int) Bytes.hash(bytes, from, to) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (Arrays.equals(bytes, idFrom[person], idTo[person], bytes, from, to)) {
                return person;
            }
            slot = slot + 1 & mask;
        }
        if (persons == idFrom.length) {
            idFrom = Arrays.copyOf(idFrom, 2 * persons);
            idTo = Arrays.copyOf(idTo, 2 * persons);
            firstSpell = Arrays.copyOf(firstSpell, 2 * persons);
        }
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
            int slot = (int) Bytes.hash(bytes, idFrom[person], idTo[person]) & mask;
            while (slots[slot] != NONE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = person;
        }
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

    /** The number of a person in this partition, or -1. */
    int find(byte[] other, int from, int to) {
        int slot = (int) Bytes.hash(other, from, to) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (Arrays.equals(bytes, idFrom[person], idTo[person], other, from, to)) {
                return person;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    int idLength(int person) {
        return idTo[person] - idFrom[person];
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
    String nearMiss(byte[] other, int from, int to) {
        int slot = (int) Bytes.hash(other, from, to) & mask;
        while (slots[slot] != NONE) {
            int person = slots[slot];
            if (idTo[person] - idFrom[person] == to - from
                    && Bytes.equalButForCase(other, from, to, bytes, idFrom[person])) {
                return new String(bytes, idFrom[person], to - from, StandardCharsets.UTF_8);
            }
            slot = slot + 1 & mask;
        }
        return "";
    }
}
