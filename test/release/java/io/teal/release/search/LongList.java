package io.teal.release.search;

import java.util.Arrays;

/** Numbers in a row, without boxing. */
final class LongList {
    private long[] numbers = new long[1 << 8];
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return numbers[index];
    }

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void clear() {
        size = 0;
    }
}
