package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The start of a run: reads the stack's direction and the live weights, and chooses the plans. */
final class Opening {
    private final Aws aws;
    private final Event event;
    private final CutoverProperties properties;
    private final Records records;
    private final Observer observer;
    private final PreflightRun judgement;

    Opening(Aws aws, Clock clock, Event event, String execution) {
        this.aws = aws;
        this.event = event;
        this.properties = event.properties();
        this.records = new Records(aws, properties.stateMachine(), event, execution);
        this.observer = new Observer(aws, properties, clock);
        this.judgement = new PreflightRun(aws, observer, properties, event.oldProperties(), clock);
    }

    /**
     * Chooses what the run does.
     *
     * @throws AwsException if something could not be read, or cannot be known yet
     */
    OpeningResult open() {
        Direction direction = Direction.of(aws.describeStackStatus(event.stack()));
        if (direction == Direction.FORWARD) {
            return switch (event.type()) {
                case PREFLIGHT -> preflight();
                case SHIFT -> shift();
                case INSTALL -> install(direction, PlanChoice.Goal.INSTALL);
            };
        }
        if (direction == Direction.BACKWARD) {
            return switch (event.type()) {
                case PREFLIGHT -> recovery();
                case SHIFT -> unmoved();
                case INSTALL -> install(direction, PlanChoice.Goal.INSTALL_BACK);
            };
        }
        throw Records.unknown("the stack is " + direction + ", and this run belongs to an update");
    }

    private OpeningResult preflight() {
        return judgement.judge(Direction.FORWARD, observer.live());
    }

    /** Returns traffic to where it was when the operation began, if anything may have moved it. */
    private OpeningResult recovery() {
        Optional<Records.Earlier> begun = records.begun();
        Optional<Weights> home = begun.flatMap(found -> found.opened().home());
        Optional<Weights> live = liveOr(home, begun);
        OpeningResult pinned = judgement.judge(Direction.BACKWARD, live);
        boolean moved = live.isPresent() && home.isPresent() && (!live.equals(home) || records.moved(begun.get()));
        List<PlanChoice> choices =
                moved ? List.of(new PlanChoice(PlanChoice.Goal.RECOVER, home.map(Weights::larger), home)) : List.of();
        return new OpeningResult(Direction.BACKWARD, home.or(() -> live), choices, pinned.data(), Optional.empty());
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

    /** Preflight has returned traffic before Shift's rollback; the answer has the live weights. */
    private OpeningResult unmoved() {
        Optional<Records.Earlier> begun = records.begun();
        Weights live =
                liveOr(begun.flatMap(found -> found.opened().home()), begun).orElse(Weights.of(release()));
        return new OpeningResult(Direction.BACKWARD, Optional.of(live), List.of(), weights(live), Optional.empty());
    }

    private OpeningResult shift() {
        Optional<Weights> home = records.accepted().opened().home();
        List<PlanChoice> choices = PlanChoice.forward(release(), home);
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
