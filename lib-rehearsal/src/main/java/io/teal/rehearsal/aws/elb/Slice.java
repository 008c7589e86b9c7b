package io.teal.rehearsal.aws.elb;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The responses of one time slice: their status codes and response times. */
final class Slice {
    private static final int FIRST_CAPACITY = 4;

    private int[] statuses = new int[FIRST_CAPACITY];
    private int[] micros = new int[FIRST_CAPACITY];
    private int size;

    synchronized void add(int status, int tookMicros) {
        if (size == statuses.length) {
            statuses = Arrays.copyOf(statuses, 2 * size);
            micros = Arrays.copyOf(micros, 2 * size);
        }
        statuses[size] = status;
        micros[size] = tookMicros;
        size++;
    }

    synchronized long count(IntPredicate status) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += status.test(statuses[i]) ? 1 : 0;
        }
        return count;
    }

    /** All responses, and requests that had none. */
    synchronized int size() {
        return size;
    }

    /** Response times, without requests that had no response. */
    synchronized IntStream micros() {
        int[] known = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (statuses[i] != Counters.NO_ANSWER) {
                known[count++] = micros[i];
            }
        }
        return Arrays.stream(known, 0, count);
    }
}
