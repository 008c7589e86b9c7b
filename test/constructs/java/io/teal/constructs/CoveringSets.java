package io.teal.constructs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sets of names in which every two names are once together, once each without the other, and once both missing: a
 * covering array of strength two, found greedily, the same each time.
 */
final class CoveringSets {
    private static final int DRAWS = 30;

    /** A name, and whether it is in the set. */
    private record Choice(String name, boolean in) {}

    private final List<String> names;
    private final BiPredicate<String, String> together;
    private final Random random = new Random(1);
    private final Set<Set<Choice>> open;

    private CoveringSets(Collection<String> names, BiPredicate<String, String> together) {
        this.names = List.copyOf(new TreeSet<>(names));
        this.together = together;
        List<Choice> choices = this.names.stream()
                .flatMap(name -> Stream.of(new Choice(name, true), new Choice(name, false)))
                .toList();
        this.open = pairs(choices).filter(this::may).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param together whether two names may be in one set, in whatever order they are given */
    static List<Set<String>> of(Collection<String> names, BiPredicate<String, String> together) {
        return new CoveringSets(names, together).sets();
    }

    private boolean may(Set<Choice> pair) {
        List<Choice> two = List.copyOf(pair);
        return !two.get(0).name().equals(two.get(1).name()) && may(two.get(0), two.get(1));
    }

    private boolean may(Choice one, Choice other) {
        return !one.in() || !other.in() || together.test(one.name(), other.name());
    }

    private List<Set<String>> sets() {
        List<Set<String>> sets = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<Choice> missing = open.iterator().next();
            List<Choice> best = Stream.generate(() -> drawn(missing))
                    .limit(DRAWS)
                    .max(Comparator.comparingLong(this::gain))
                    .orElseThrow();
            pairs(best).forEach(open::remove);
            sets.add(best.stream().filter(Choice::in).map(Choice::name).collect(Collectors.toCollection(TreeSet::new)));
        }
        return sets;
    }

    /** With {@code missing}; each other name, in a drawn order, is in if that covers more with those before it. */
    private List<Choice> drawn(Set<Choice> missing) {
        List<Choice> drawn = new ArrayList<>(missing);
        List<String> others = new ArrayList<>(names);
        missing.forEach(choice -> others.remove(choice.name()));
        Collections.shuffle(others, random);
        for (String name : others) {
            Choice in = new Choice(name, true);
            Choice out = new Choice(name, false);
            boolean may = drawn.stream().allMatch(one -> may(one, in));
            drawn.add(may && gain(in, drawn) >= gain(out, drawn) ? in : out);
        }
        return drawn;
    }

    private long gain(Choice choice, List<Choice> with) {
        return with.stream().filter(one -> open.contains(Set.of(one, choice))).count();
    }

    private long gain(List<Choice> all) {
        return pairs(all).filter(open::contains).count();
    }

    private static Stream<Set<Choice>> pairs(List<Choice> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(last -> all.subList(0, last).stream().map(one -> Set.of(one, all.get(last))));
    }
}
