package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a plan is made from, in every tick.
 *
 * @param goal which plan
 * @param color the colour it is about; empty if it is about none, or both
 * @param home where the weights were when the operation began; empty if there was no production action
 * @param hosts how many hosts carried production then, if home has to grow to as many again
 */
public record PlanChoice(Goal goal, Optional<Color> color, Optional<Weights> home, Optional<Integer> hosts) {

    /** A plan before which no fleet gives hosts away. */
    public PlanChoice(Goal goal, Optional<Color> color, Optional<Weights> home) {
        this(goal, color, home, Optional.empty());
    }

    /** The plans there are inside a stack operation. */
    public enum Goal {
        /** Verifies the active fleet of a first create, and marks it as promoted. */
        FIRST,
        /** Verifies another fleet of a first create that is to have traffic. */
        VERIFY,
        /** Moves traffic to what the release says. */
        SHIFT,
        /** Writes down in the template where traffic is already, when the clients of the other colour have let go. */
        SETTLE,
        /** Waits until a fleet may be removed or replaced. */
        COOL,
        /** Brings traffic home. */
        RECOVER,
        /** Brings all traffic to the standby, because of an alarm after the release. */
        STANDBY,
        /** Has CodeDeploy install a version. */
        INSTALL,
        /** Has CodeDeploy reinstall the version before. */
        INSTALL_BACK
    }

    /**
     * What Shift does on the way forward, one after the other. A deploy that writes down where somebody has moved
     * traffic looks at the colour that has it: the other was left because it is bad.
     *
     * @param next what the deploy settles on
     * @param home where the weights were when the operation began; empty if there was no production action
     * @param settled what the template has said so far; empty on first create
     */
    public static List<PlanChoice> forward(
            CutoverProperties next, Optional<Weights> home, Optional<CutoverProperties> settled) {
        Release release = next.request().release();
        if (home.isPresent()) {
            Weights live = home.get();
            boolean adopts = live.equals(Weights.of(release))
                    && settled.map(before -> Weights.of(before.request().release()))
                            .filter(before -> !before.equals(live))
                            .isPresent();
            if (adopts) {
                Goal goal = next.timing().sticky().isZero() ? Goal.SHIFT : Goal.SETTLE;
                return List.of(new PlanChoice(goal, Optional.of(live.larger()), home));
            }
            return List.of(new PlanChoice(Goal.SHIFT, Optional.of(toward(release, live)), home));
        }
        List<PlanChoice> choices = new ArrayList<>();
        choices.add(new PlanChoice(Goal.FIRST, Optional.of(release.active()), home));
        if (release.runsBoth()) {
            choices.add(new PlanChoice(Goal.VERIFY, Optional.of(release.active().other()), home));
        }
        return choices;
    }

    /**
     * The colour that gains traffic; if none does, the one that is prepared for it; if there is none, the active one.
     */
    private static Color toward(Release release, Weights home) {
        for (Color color : Color.values()) {
            if (release.weight(color) > home.percent(color)) {
                return color;
            }
        }
        Color other = release.active().other();
        return release.version(other).isPresent() ? other : release.active();
    }

    /** Whether it installs, and moves no traffic. */
    public boolean installs() {
        return goal == Goal.INSTALL || goal == Goal.INSTALL_BACK;
    }

    /** The plan, for {@code event}. */
    public Plan plan(Event event) {
        if (!installs()) {
            return plan(event.properties());
        }
        InstallProperties install = event.install();
        Direction way = goal == Goal.INSTALL ? Direction.FORWARD : Direction.BACKWARD;
        return Plans.install(way, color, Installable.of(event).revision(), install.timeout(), install.inPlace());
    }

    /** The plan of a choice that installs nothing. */
    public Plan plan(CutoverProperties properties) {
        Plans plans = new Plans(properties.timing(), hosts.orElse(properties.minCapacity()), properties.rests());
        return switch (goal) {
            case FIRST -> plans.first(color.orElseThrow());
            case VERIFY ->
                plans.verify(
                        color.orElseThrow(),
                        properties.request().release().weight(color.orElseThrow()),
                        properties.way());
            case SETTLE -> plans.settle(color.orElseThrow(), home.orElseThrow(), properties.gating());
            case COOL -> plans.cool(color.orElseThrow(), home.orElseThrow());
            case RECOVER -> hosts.isPresent() ? plans.regrow(home.orElseThrow()) : plans.recover(home.orElseThrow());
            case STANDBY -> plans.emergency(color.orElseThrow());
            case SHIFT ->
                plans.shift(
                        color.orElseThrow(),
                        home.orElseThrow(),
                        properties.request().release().weight(color.orElseThrow()),
                        properties.way(),
                        properties.gating());
            case INSTALL, INSTALL_BACK -> throw new IllegalStateException("only its event says what it installs");
        };
    }

    /** As the log says it: {@code shift green from 100/0}. */
    @Override
    public String toString() {
        return goal.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + color.map(one -> " " + one).orElse("")
                + home.map(weights -> " from " + weights).orElse("");
    }

    Map<String, Object> write() {
        Map<String, Object> map = new TreeMap<>();
        map.put("kind", goal.name());
        color.ifPresent(one -> map.put("color", one.name()));
        home.ifPresent(weights -> map.put("home", weights.toString()));
        hosts.ifPresent(count -> map.put("hosts", Integer.toString(count)));
        return map;
    }

    static PlanChoice read(Map<String, Object> map) {
        Payload of = new Payload(map);
        return new PlanChoice(
                Goal.valueOf(of.text("kind").orElseThrow()),
                of.text("color").map(Color::valueOf),
                of.text("home").map(Weights::parse),
                of.text("hosts").map(Integer::valueOf));
    }
}
