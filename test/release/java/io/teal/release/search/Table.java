package io.teal.release.search;

import java.util.Arrays;

/** The states seen so far, each with a number in the order of discovery; open addressing, no boxing. */
public final class Table {
    private long[] states = new long[1 << 8];
    private int[] parents = new int[1 << 8];
    private int[] slots = new int[1 << 10];
    private int size;

    int size() {
        return size;
    }

    long state(int number) {
        return states[number];
    }

    int parent(int number) {
        return parents[number];
    }

    /** The number of {@code state}, which is new if it equals the size before. */
    public int number(long state, int parent) {
        int slot = slot(state);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
        }
        states[size] = state;
        parents[size] = parent;
        slots[slot] = ++size;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long state) {
        int slot = (int) mixed(state) & slots.length - 1;
        while (slots[slot] != 0 && states[slots[slot] - 1] != state) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** Every bit of a state has a part in each bit of this, or states that differ in the upper ones would collide. */
    private static long mixed(long state) {
        long mixed = (state ^ state >>> 32) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 32;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(states[number])] = number + 1;
        }
    }
}
