package io.teal.release.search;

import java.util.Arrays;

/** Numbers in a row, without boxing. */
final class IntList {
    private int[] numbers = new int[1 << 8];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }
}
