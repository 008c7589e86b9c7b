package io.teal.constructs;

import io.teal.release.Color;
import io.teal.release.IllegalTransitionException;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every release that legal moves reach from two first ones, with two versions and three shares, and every move. */
final class ReleaseGrid {
    private static final List<Version> VERSIONS = List.of(SampleService.ONE, SampleService.TWO);
    private static final List<Integer> PERCENTS = List.of(0, 10, 99);

    private ReleaseGrid() {}

    /** A legal move. */
    record Move(Release before, Release after) {}

    static List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        Set<Release> seen = new LinkedHashSet<>();
        Deque<Release> next = new ArrayDeque<>();
        for (Color color : Color.values()) {
            next.add(Release.first(color, SampleService.ONE));
        }
        while (!next.isEmpty()) {
            Release before = next.pop();
            if (seen.add(before)) {
                for (Release after : reachable(before)) {
                    moves.add(new Move(before, after));
                    next.add(after);
                }
            }
        }
        return moves;
    }

    private static List<Release> reachable(Release release) {
        List<UnaryOperator<Release>> moves =
                new ArrayList<>(List.of(Release::promote, Release::rollBack, Release::retire));
        VERSIONS.forEach(version -> moves.add(from -> from.start(version)));
        PERCENTS.forEach(percent -> moves.add(from -> from.rest(percent)));
        List<Release> reached = new ArrayList<>();
        for (UnaryOperator<Release> move : moves) {
            try {
                reached.add(move.apply(release));
            } catch (IllegalTransitionException e) {
                continue; // not a move from here
            }
        }
        return reached;
    }
}
