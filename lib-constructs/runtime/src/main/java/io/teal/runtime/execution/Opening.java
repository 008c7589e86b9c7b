package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.port.Obstacle;
import io.teal.release.port.StackReading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The start of a run: reads the stack's direction and the live weights, and chooses the plans. */
final class Opening {
    /**
     * Executions are listed some seconds late. Without this operation's own Preflight an earlier operation of the same
     * properties looks like it, with weights that a hand may have changed since.
     */
    private static final Duration LISTED = Duration.ofSeconds(10);

    private static final String NO_ROLLBACK = "this deploy is not rolled back if it fails (--no-rollback, or --express"
            + " alone), and nothing would bring traffic home\ndeploy with --rollback, or put \"rollback\": true into"
            + " cdk.json";

    private static final String OLDER = "a newer version of Teal has deployed what is live, and this one cannot read"
            + " it: %s\ndeploy with the version of Teal that was deployed last";

    private final Aws aws;
    private final Clock clock;
    private final Event event;
    private final CutoverProperties properties;
    private final Execution own;
    private final TickMemory memory;
    private final Records records;
    private final Observer observer;

    /** {@code memory} gets what the run's ticks need not read again. */
    Opening(Aws aws, Clock clock, Payload payload, TickMemory memory) {
        this.aws = aws;
        this.clock = clock;
        this.memory = memory;
        this.own = payload.own();
        this.event = payload.event();
        this.properties = event.properties();
        this.records = new Records(aws, properties.stateMachine(), event, own.arn());
        this.observer = new Observer(aws, properties, clock);
    }

    /** Only Preflight's; it compares with the properties before this update. */
    private PreflightRun judgement() {
        return new PreflightRun(aws, observer, properties, event.legibleBefore(), clock);
    }

    /**
     * Chooses what the run does.
     *
     * @throws AwsException if something could not be read, or cannot be known yet
     */
    OpeningResult open() {
        StackReading stack = aws.describeStack(event.stack());
        Direction direction = memory.stack(Direction.of(stack.status()));
        if (event.type() == Event.ResourceType.GUARD) {
            return standby(direction);
        }
        if (direction == Direction.FORWARD) {
            return switch (event.type()) {
                case PREFLIGHT -> preflight(stack.disablesRollback());
                case SHIFT -> shift();
                case INSTALL -> install(direction, PlanChoice.Goal.INSTALL);
                case FAREWELL, GUARD -> throw elsewhere();
            };
        }
        if (direction == Direction.BACKWARD) {
            return switch (event.type()) {
                case PREFLIGHT -> recovery();
                case SHIFT -> unmoved();
                case INSTALL -> install(direction, PlanChoice.Goal.INSTALL_BACK);
                case FAREWELL, GUARD -> throw elsewhere();
            };
        }
        throw Records.unknown("the stack is " + direction + ", and this run belongs to an update");
    }

    /** What the guard has decided; if the stack is no longer idle, the run's first tick ends it. */
    private OpeningResult standby(Direction direction) {
        Optional<Weights> live = observer.live(memory);
        PlanChoice choice = new PlanChoice(
                PlanChoice.Goal.STANDBY, Optional.of(release().active().other()), live);
        return new OpeningResult(direction, live, List.of(choice), Map.of(), Optional.empty());
    }

    /** While the guard returns traffic the weights change, or what it has sent may still change them. */
    private void waitForGuard() {
        if (properties.guard().isEmpty()
                && event.oldProperties().flatMap(CutoverProperties::guard).isEmpty()) {
            return;
        }
        if (clock.instant().isBefore(own.started().plus(LISTED))) {
            throw Records.unknown("a run of the guard may not be listed yet");
        }
        if (aws.listExecutions(properties.stateMachine()).stream()
                .anyMatch(run -> run.running() && run.name().startsWith(Event.ResourceType.GUARD.prefix()))) {
            throw Records.unknown("the guard is returning traffic");
        }
    }

    private static IllegalStateException elsewhere() {
        return new IllegalStateException("a guard opens by itself, and a farewell waits only when it is deleted");
    }

    /**
     * Refuses an update that would stay half-way, since nothing would bring traffic home, and one that goes back to a
     * Teal which cannot read what is live.
     */
    private OpeningResult preflight(boolean staysHalfWay) {
        Optional<String> refusal = event.illegibleBefore()
                .map(OLDER::formatted)
                .or(() -> event.oldProperties().filter(before -> staysHalfWay).map(before -> NO_ROLLBACK));
        if (refusal.isPresent()) {
            return new OpeningResult(Direction.FORWARD, observer.live(memory), List.of(), Map.of(), refusal);
        }
        waitForGuard();
        Optional<Weights> live = observer.live(memory);
        live.ifPresent(memory::live);
        return judgement().judge(Direction.FORWARD, live);
    }

    /** Returns traffic to where it was when the operation began, if anything may have moved it. */
    private OpeningResult recovery() {
        if (clock.instant().isBefore(own.started().plus(LISTED))) {
            throw Records.unknown("the run of this operation may not be listed yet");
        }
        Optional<Records.Earlier> begun = records.begun();
        Optional<Weights> home = begun.flatMap(found -> found.opened().home());
        Optional<Weights> live = liveOr(home, begun);
        OpeningResult pinned = judgement().judge(Direction.BACKWARD, live);
        boolean moved = live.isPresent() && home.isPresent() && (!live.equals(home) || records.moved(begun.get()));
        Optional<Integer> hosts = begun.flatMap(found -> found.opened().hosts());
        Optional<Integer> grown = begun.filter(this::emptied)
                .map(found -> Math.max(least(found), hosts.orElse(0)))
                .filter(count -> count > 0);
        PlanChoice recover = new PlanChoice(PlanChoice.Goal.RECOVER, home.map(Weights::larger), home, grown);
        return new OpeningResult(
                Direction.BACKWARD,
                home.or(() -> live),
                moved ? List.of(recover) : List.of(),
                pinned.data(),
                Optional.empty(),
                hosts,
                quiet(begun, live.equals(home)));
    }

    /** Whether a rollback is none of a release that was told of, or Shift has told its end. */
    private boolean quiet(Optional<Records.Earlier> begun, boolean atHome) {
        return !properties.notices().isEmpty()
                && (begun.filter(Opening::heardOf).isEmpty() || atHome && records.saidRolledBack(begun.get()));
    }

    /** A release that was told of, or a rollback of it, of which this is another attempt. */
    private static boolean heardOf(Records.Earlier begun) {
        boolean attempt = begun.opened().direction() == Direction.BACKWARD
                && !begun.opened().quiet();
        return attempt || Notices.told(begun.payload(), NoticeState.STARTED);
    }

    /**
     * Whether home may have fewer hosts than it had: it has given some away, or a night fell, or nobody knows what the
     * release of a newer Teal did.
     */
    private boolean emptied(Records.Earlier began) {
        boolean unknown = event.illegibleBefore().isPresent()
                || began.payload().event().legible().isEmpty();
        return unknown || releases(began).anyMatch(CutoverProperties::empties);
    }

    private int least(Records.Earlier began) {
        return releases(began).mapToInt(CutoverProperties::minCapacity).max().orElse(0);
    }

    /** The releases that a rollback is between. */
    private Stream<CutoverProperties> releases(Records.Earlier began) {
        Event left = began.payload().event();
        return Stream.of(left.legibleBefore(), event.legibleBefore(), left.legible())
                .flatMap(Optional::stream);
    }

    /**
     * The live weights. Those when the operation {@code began}, {@code home}, if a lasting obstacle hides them and no
     * run can have moved any: the stack is not to be stuck because of a deploy that did nothing.
     */
    private Optional<Weights> liveOr(Optional<Weights> home, Optional<Records.Earlier> began) {
        try {
            return observer.live();
        } catch (AwsException hidden) {
            boolean lasting = hidden.obstacle().kind() == Obstacle.Kind.LASTING;
            if (!lasting || began.filter(records::moved).isPresent()) {
                throw hidden;
            }
            return home;
        }
    }

    /**
     * Preflight has returned traffic before Shift's rollback; the answer has the live weights. Where ports differ there
     * is no one answer: those of the template before, which CloudFormation then need not write.
     */
    private OpeningResult unmoved() {
        Optional<Records.Earlier> begun = records.begun();
        Weights live = liveOr(begun.flatMap(found -> found.opened().home()), begun)
                .filter(Weights::even)
                .orElse(Weights.of(release()));
        return new OpeningResult(Direction.BACKWARD, Optional.of(live), List.of(), weights(live), Optional.empty());
    }

    private OpeningResult shift() {
        Records.Earlier accepted = records.accepted();
        memory.learn(accepted.payload());
        memory.older(Observer.older(records.listed(), own).size());
        Optional<Weights> home = accepted.opened().home();
        List<PlanChoice> choices = PlanChoice.forward(properties, home, event.oldProperties());
        return new OpeningResult(Direction.FORWARD, home, choices, weights(Weights.of(release())), Optional.empty());
    }

    private OpeningResult install(Direction direction, PlanChoice.Goal goal) {
        PlanChoice choice = new PlanChoice(goal, Installable.of(event).color(), Optional.empty());
        return new OpeningResult(direction, Optional.empty(), List.of(choice), Map.of(), Optional.empty());
    }

    private static Map<String, Object> weights(Weights weights) {
        Map<String, Object> data = new TreeMap<>();
        for (Color color : Color.values()) {
            data.put(CutoverMap.name(color) + CutoverMap.WEIGHT, Integer.toString(weights.of(color)));
        }
        return data;
    }

    private Release release() {
        return properties.request().release();
    }
}
