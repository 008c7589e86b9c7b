package io.teal.release.search;

import java.util.Arrays;

/** The states seen so far, each with a number in the order of discovery; open addressing, no boxing. */
final class Table {
    private long[] states = new long[1 << 12];
    private int[] parents = new int[1 << 12];
    private int[] slots = new int[1 << 14];
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
    int number(long state, int parent) {
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
        long mixed = state * 0x9E3779B97F4A7C15L;
        int slot = (int) ((mixed ^ mixed >>> 32) & slots.length - 1);
        while (slots[slot] != 0 && states[slots[slot] - 1] != state) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(states[number])] = number + 1;
        }
    }
}
