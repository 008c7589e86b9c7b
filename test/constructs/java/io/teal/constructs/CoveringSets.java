package io.teal.constructs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Sets of names in which every two names are once together, once each without the other, and once both missing: a
 * covering array of strength two, found greedily, the same each time.
 */
final class CoveringSets {
    private static final int DRAWS = 30;

    /** Two names, and whether each is in the set. */
    private record Case(String first, boolean has, String second, boolean hasSecond) {
        static Case of(String one, boolean has, String other, boolean hasOther) {
            return one.compareTo(other) < 0 ? new Case(one, has, other, hasOther) : new Case(other, hasOther, one, has);
        }
    }

    private final List<String> names;
    private final BiPredicate<String, String> together;
    private final Random random = new Random(1);
    private final Set<Case> open = new HashSet<>();

    private CoveringSets(Collection<String> names, BiPredicate<String, String> together) {
        this.names = List.copyOf(new TreeSet<>(names));
        this.together = together;
    }

    /** @param together whether two names, the first in the alphabet first, may be in one set */
    static List<Set<String>> of(Collection<String> names, BiPredicate<String, String> together) {
        return new CoveringSets(names, together).sets();
    }

    private List<Set<String>> sets() {
        for (String first : names) {
            for (String second : names.subList(names.indexOf(first) + 1, names.size())) {
                for (boolean has : List.of(true, false)) {
                    open.add(new Case(first, has, second, false));
                    open.add(new Case(first, false, second, has));
                }
                if (together.test(first, second)) {
                    open.add(new Case(first, true, second, true));
                }
            }
        }
        List<Set<String>> sets = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<String> best = best();
            open.removeAll(casesOf(best, names));
            sets.add(best);
        }
        return sets;
    }

    private Set<String> best() {
        Set<String> best = Set.of();
        long most = -1;
        Case missing = Collections.min(open, (one, other) -> one.toString().compareTo(other.toString()));
        for (int draw = 0; draw < DRAWS; draw++) {
            Set<String> drawn = drawn(missing);
            long found = casesOf(drawn, names).stream().filter(open::contains).count();
            if (found > most) {
                most = found;
                best = drawn;
            }
        }
        return best;
    }

    /**
     * A set with {@code missing}; each other name, in a drawn order, is in it if that covers more with those before.
     */
    private Set<String> drawn(Case missing) {
        List<String> decided = new ArrayList<>(List.of(missing.first(), missing.second()));
        Set<String> in = new TreeSet<>();
        if (missing.has()) {
            in.add(missing.first());
        }
        if (missing.hasSecond()) {
            in.add(missing.second());
        }
        List<String> others = new ArrayList<>(names);
        others.removeAll(decided);
        Collections.shuffle(others, random);
        for (String name : others) {
            boolean may = in.stream().allMatch(one -> mayBoth(one, name));
            if (may && gain(name, true, in, decided) >= gain(name, false, in, decided)) {
                in.add(name);
            }
            decided.add(name);
        }
        return in;
    }

    private boolean mayBoth(String one, String other) {
        return one.compareTo(other) < 0 ? together.test(one, other) : together.test(other, one);
    }

    private long gain(String name, boolean has, Set<String> in, List<String> decided) {
        return decided.stream()
                .filter(one -> open.contains(Case.of(name, has, one, in.contains(one))))
                .count();
    }

    private static Set<Case> casesOf(Set<String> set, List<String> names) {
        Set<Case> all = new HashSet<>();
        for (String first : names) {
            for (String second : names.subList(names.indexOf(first) + 1, names.size())) {
                all.add(new Case(first, set.contains(first), second, set.contains(second)));
            }
        }
        return all;
    }
}
