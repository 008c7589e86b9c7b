package io.teal.rehearsal.sim;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs a case in many worlds. A broken law is told again from its seed, with all that happened; {@code -Dsim.told=true}
 * tells of every world.
 */
public final class Seeds {
    private static final String TOLD_FROM = "\n-Dsim.seed=";
    private static final PrintStream OUT = System.out;
    private static final OptionalInt ASKED = asked();
    private static final int COUNT = ASKED.orElse(100);

    /** The same worlds each time, so that a change is what fails a build; {@code -Dsim.seed} shows others. */
    private static final long FIRST = Long.getLong("sim.seed", 1);

    /** A lie may be rare: it is looked for in more worlds, and the first that shows it ends the search. */
    private static final int LIES = 10_000;

    private static final boolean TOLD = Boolean.getBoolean("sim.told");
    private static final int LINES = 400;

    /** Of the case that this thread plays: others play theirs in the same JVM, with every rule on. */
    private static final ThreadLocal<Mutation> MUTATION = ThreadLocal.withInitial(() -> Mutation.NONE);

    private Seeds() {}

    /** Runs {@code test} with a rule off in each of its worlds. */
    public static void under(Mutation without, Runnable test) {
        MUTATION.set(without);
        try {
            test.run();
        } finally {
            MUTATION.remove();
        }
    }

    /**
     * {@code story} in as many worlds as there are seeds, on every core; the broken one with the lowest seed is told.
     */
    public static void each(Consumer<World> story) {
        each(COUNT, story);
    }

    /** The same in {@code count} worlds, or more if more are asked for. */
    public static void each(int count, Consumer<World> story) {
        Mutation mutation = MUTATION.get();
        int worlds = mutation == Mutation.NONE ? Math.max(count, ASKED.orElse(count)) : LIES;
        IntStream numbers = IntStream.range(0, worlds);
        OptionalInt broken = (TOLD ? numbers : numbers.parallel())
                .filter(number -> !holds(number, mutation, story))
                .findFirst();
        if (broken.isPresent()) {
            throw tell(FIRST + broken.getAsInt(), part(broken.getAsInt()), mutation, story);
        }
        OUT.println(worlds + " worlds from -Dsim.seed=" + FIRST);
    }

    /** The law that is broken, without the story, of a {@code message} of {@link #each}. */
    public static String law(String message) {
        return message.substring(0, message.indexOf(TOLD_FROM));
    }

    private static OptionalInt asked() {
        Integer seeds = Integer.getInteger("sim.seeds");
        return seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds);
    }

    private static boolean holds(int number, Mutation mutation, Consumer<World> story) {
        World world = new World(FIRST + number, part(number), TOLD, mutation);
        try {
            story.accept(world);
        } catch (RuntimeException | AssertionError broken) {
            return false;
        }
        world.story.lines().forEach(OUT::println);
        return true;
    }

    /** How far into its story a world is disturbed: spread evenly. */
    private static double part(int number) {
        return (number % COUNT + 0.5) / COUNT;
    }

    private static AssertionError tell(long seed, double part, Mutation mutation, Consumer<World> story) {
        World world = new World(seed, part, true, mutation);
        try {
            story.accept(world);
        } catch (RuntimeException | AssertionError broken) {
            List<String> lines = world.story.lines();
            String told = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
            return new AssertionError(
                    broken + TOLD_FROM + FIRST + " -Dsim.seeds=" + COUNT + ", world " + (seed - FIRST) + "\n" + told,
                    broken);
        }
        return new AssertionError("a world of one seed must be the same each time, and seed " + seed + " is not");
    }
}
