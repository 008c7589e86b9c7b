package io.teal.release.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging: takes away parts of a list while what was left still fails. */
final class Shrinking {
    private Shrinking() {}

    static <T> List<T> shortest(List<T> failing, Predicate<List<T>> fails) {
        List<T> left = failing;
        for (int part = left.size() / 2; part >= 1; part = part / 2) {
            for (int at = 0; at < left.size(); ) {
                List<T> fewer = new ArrayList<>(left.subList(0, at));
                fewer.addAll(left.subList(Math.min(left.size(), at + part), left.size()));
                if (fails.test(fewer)) {
                    left = fewer;
                } else {
                    at += part;
                }
            }
        }
        return left;
    }
}
