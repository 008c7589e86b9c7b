package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import io.teal.release.port.Aws;
import io.teal.release.step.Step;
import io.teal.release.steps.LocateTraffic;
import io.teal.release.steps.LowerFleet;
import io.teal.release.steps.ReturnHome;
import io.teal.release.steps.StopOlder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what a tick of a run that moves traffic needs, and no more: AWS refuses calls if an account makes too many.
 *
 * <p>While a step only lets time pass, or waits for a fleet, what changes rarely is taken from an earlier tick. Nothing
 * is called on what a tick did not read itself ({@link #sure}).
 */
final class TickObserver {
    /** A stack that turns back starts a run that stops this one. */
    private static final Duration STACK = Duration.ofSeconds(120);

    /** The run has only just listed them for its record. */
    private static final Duration OLDER = Duration.ofSeconds(5);

    /**
     * The tick before this one read them at the end of its step; whoever moved them since is noticed at the next look.
     */
    private static final Duration FOUND = Duration.ofSeconds(5);

    private static final Duration WEIGHTS = Duration.ofSeconds(60);
    private static final Duration SIZES = Duration.ofSeconds(60);

    /** While AWS refuses calls; else health is read in each tick. */
    private static final Duration HEALTH = Duration.ofSeconds(120);

    /** So many times longer is what is remembered young while AWS refuses calls. */
    private static final int PRESSED = 3;

    /** The longest that a tick can take: the step is not over before this tick is. */
    private static final Duration TICK = Duration.ofSeconds(25);

    /** What AWS refuses to tell again because of too many calls is taken for unchanged for so long. */
    private static final Duration HELD = Duration.ofMinutes(6);

    private final Aws aws;
    private final Clock clock;
    private final Observer observer;
    private final Payload payload;
    private final Plan plan;
    private final Journal journal;
    private final Step step;
    private final TickMemory memory;
    private final Pressure pressure;
    private final Instant begun;
    private final BooleanSupplier throttled;
    private final boolean passing;
    private boolean sure;

    /** Whether the weights are those that were being written: only that is to be noted. */
    private boolean landed;

    /** {@code throttled} says whether a call of this tick was refused because of too many. */
    TickObserver(
            Aws aws,
            Clock clock,
            Observer observer,
            Payload payload,
            Journal journal,
            Plan plan,
            TickMemory memory,
            Pressure pressure,
            BooleanSupplier throttled) {
        this.aws = aws;
        this.clock = clock;
        this.observer = observer;
        this.payload = payload;
        this.plan = plan;
        this.journal = journal;
        this.step = plan.step(journal);
        this.memory = memory;
        this.pressure = pressure;
        this.begun = clock.instant();
        this.throttled = throttled;
        this.passing =
                Duration.between(journal.since(), clock.instant()).plus(TICK).compareTo(step.takes()) < 0;
    }

    /** Whether all of it was read in this tick. */
    boolean isSure() {
        return sure;
    }

    /** Everything, read in this tick. */
    Observation surely(Gate gate, Hook hook) {
        sure = true;
        return observe(gate, hook);
    }

    Observation observe(Gate gate, Hook hook) {
        Optional<Integer> older = older();
        Optional<Weights> live = live();
        landed = live.isPresent() && live.equals(journal.intent());
        sure = sure || journal.intent().isPresent() && !landed;
        Optional<Direction> stack = stack();
        Optional<Observation.Fleets> fleets = fleets(live);
        Optional<Word> word = fleets.flatMap(read -> Word.to(payload.event().execution(), read.words()));
        return new Observation(clock.instant(), stack, live, fleets, older, gate, hook)
                .holding(memory.held())
                .told(word);
    }

    private Optional<Direction> stack() {
        String id = payload.event().stack();
        return known(
                true,
                STACK,
                memory::stack,
                () -> observer.attempt(() -> memory.stack(Direction.of(aws.describeStackStatus(id)))));
    }

    private Optional<Integer> older() {
        Supplier<Integer> count = () -> observer.older(payload.own()).size();
        return step instanceof StopOlder
                ? known(true, OLDER, memory::older, () -> observer.attempt(count))
                : Optional.empty();
    }

    private Optional<Weights> live() {
        Supplier<Optional<Weights>> read = () -> observer.attempt(() -> observer.live(memory))
                .flatMap(weights -> weights)
                .map(memory::live);
        if (step instanceof LocateTraffic) {
            return memory.live(sure ? TickMemory.THIS_TICK : FOUND).or(read);
        }
        boolean waits = passing || step.takes().isZero();
        return known(waits && journal.intent().isEmpty(), WEIGHTS, memory::live, read);
    }

    private Optional<Observation.Fleets> fleets(Optional<Weights> live) {
        Set<Color> health = health(live);
        Optional<Observation.Fleets> sized =
                known(passing || landed || step instanceof LocateTraffic, SIZES, memory::fleets, () -> read(health));
        return sized.map(fleets -> wasRead(fleets) ? fleets : refreshed(fleets, health));
    }

    private boolean wasRead(Observation.Fleets fleets) {
        Duration old = pressure.presses() ? HEALTH : Duration.ZERO;
        return sure || landed || !fleets.readAt().plus(old).isBefore(begun);
    }

    private Optional<Observation.Fleets> read(Set<Color> health) {
        boolean judges = step.judgesHealth() && forward() && !passing;
        Set<Color> tags = judges ? EnumSet.of(plan.toward()) : EnumSet.noneOf(Color.class);
        return observer.attempt(() -> memory.fleets(observer.fleets(health, tags)));
    }

    private Observation.Fleets refreshed(Observation.Fleets sized, Set<Color> health) {
        if (health.isEmpty()) {
            return sized;
        }
        Instant readAt = clock.instant();
        return observer.attempt(() -> memory.health(new Observation.Fleets(
                        healthy(sized, Color.BLUE, health),
                        healthy(sized, Color.GREEN, health),
                        readAt,
                        sized.served(),
                        sized.words())))
                .orElse(sized);
    }

    private Fleet healthy(Observation.Fleets sized, Color color, Set<Color> health) {
        Fleet fleet = sized.of(color);
        return health.contains(color) && fleet.exists()
                ? new Fleet(fleet.desired(), fleet.min(), fleet.max(), observer.healthy(color), fleet.strangers())
                : fleet;
    }

    /**
     * Whose health matters: going forward that of the colour that gains traffic, once it has some or is judged; and of
     * the other before it gives hosts away.
     */
    private Set<Color> health(Optional<Weights> live) {
        if (forward()) {
            boolean serves = live.map(weights -> weights.of(plan.toward()) > 0).orElse(false);
            if (step instanceof LowerFleet) {
                return EnumSet.allOf(Color.class);
            }
            return serves || step.judgesHealth() ? EnumSet.of(plan.toward()) : EnumSet.noneOf(Color.class);
        }
        boolean home = passing && live.equals(plan.home());
        return step instanceof ReturnHome && !home ? EnumSet.allOf(Color.class) : EnumSet.noneOf(Color.class);
    }

    private boolean forward() {
        return plan.purpose() == Plan.Purpose.SHIFT && !journal.goingBack();
    }

    /**
     * What was read in this tick; else, if the step {@code waits}, what an earlier one read if it is {@code young}, or
     * if AWS refuses to tell; else what is read now.
     */
    private <T> Optional<T> known(
            boolean waits, Duration young, Function<Duration, Optional<T>> remembered, Supplier<Optional<T>> read) {
        boolean may = waits && !sure;
        Duration age = !may ? TickMemory.THIS_TICK : pressure.presses() ? young.multipliedBy(PRESSED) : young;
        return remembered
                .apply(age)
                .or(read)
                .or(() -> may && throttled.getAsBoolean() ? remembered.apply(HELD) : Optional.empty());
    }
}
