package io.teal.release.plan;

import io.teal.release.Strategy;
import java.util.ArrayList;
import java.util.List;

/** The shares of production that a strategy gives the colour that gains traffic, one after the other. */
public final class Shares {
    private Shares() {}

    /**
     * The shares after {@code from}, the last of which is {@code to}; none if there is no way up.
     *
     * @param from the share it has
     * @param to the share it shall have
     */
    public static List<Integer> of(Strategy strategy, int from, int to) {
        List<Integer> shares = new ArrayList<>();
        for (int share = first(strategy); share < to; share += size(strategy)) {
            if (share > from) {
                shares.add(share);
            }
        }
        if (to > from) {
            shares.add(to);
        }
        return List.copyOf(shares);
    }

    private static int first(Strategy strategy) {
        return strategy instanceof Strategy.Canary canary ? canary.percent() : size(strategy);
    }

    private static int size(Strategy strategy) {
        return strategy instanceof Strategy.Linear linear ? linear.percent() : 100;
    }
}
