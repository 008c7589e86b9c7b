package io.teal.rehearsal.scenario;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The negative control of a scenario: the same fault in a release of a pair written by hand, which waits fixed times
 * and looks at nothing.
 */
public final class ByTheClock {
    private static final Pattern CANARY = Pattern.compile("canary:(\\d+)%,(\\d+)m");
    private static final Duration AFTER = Duration.ofMinutes(5);

    private final ReleaseScript course;
    private final HandMadePair pair;
    private final List<Leg> legs = new ArrayList<>();

    private ByTheClock(ReleaseScript course) {
        this.course = course;
        this.pair = new HandMadePair(course.sticky());
    }

    /** The journey. */
    public static Journey journey(Scenario scenario) {
        return new ByTheClock(scenario.course()).journey(scenario.name() + ", by the clock");
    }

    private Journey journey(String title) {
        StackModel first = pair.without("Green", 100);
        deploy("deploy 1.0.0 on blue", first);
        legs.add(new Leg.AwaitHealth("wait for health"));
        hold("baseline", Journey.BASELINE);
        course.before().ifPresent(incident -> {
            legs.add(new Leg.Happens("before", incident));
            legs.add(new Leg.AwaitHealth("wait for health"));
        });
        if (course.kind() == ReleaseScript.Undertaking.LEFT_ALONE) {
            legs.add(new Leg.Happens("a host is lost", service -> service.loseHosts("blue", 1)));
        } else {
            release();
        }
        hold("after", AFTER);
        return new Journey(title, ProductionListener.of(first, Optional.empty()), legs);
    }

    private void release() {
        if (!course.start().isZero()) {
            deploy("start 2.0.0 on green", pair.with(100));
            holdDuring(Leg.Moment.FLEET_APPEARS, course.start());
        }
        if (course.kind() == ReleaseScript.Undertaking.TAKEN_BACK) {
            legs.add(new Leg.Deploy(
                    "switch to green, taken back", pair.with(0), Optional.of(Trouble.lastResourceFails())));
            return;
        }
        Matcher canary = CANARY.matcher(course.strategy());
        if (canary.matches()) {
            deploy("a share to green", pair.with(100 - Integer.parseInt(canary.group(1))));
            holdDuring(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(Long.parseLong(canary.group(2))));
        }
        if (course.kind() != ReleaseScript.Undertaking.BROUGHT_BACK) {
            end(canary.matches());
        }
    }

    private void end(boolean incidentDone) {
        deploy("switch to green", pair.with(0));
        if (incidentDone) {
            hold("hold", course.end());
        } else {
            holdDuring(Leg.Moment.TRAFFIC_MOVES, course.end());
        }
        deploy("end blue", pair.without("Blue", 0));
        if (course.kind() == ReleaseScript.Undertaking.GUARDED) {
            hold("later", ReleaseScript.LATER);
        }
    }

    private void deploy(String name, StackModel model) {
        legs.add(new Leg.Deploy(name, model, Optional.empty()));
    }

    private void hold(String name, Duration time) {
        legs.add(new Leg.Unchanged(name, time));
    }

    /** Holds for {@code time}, and runs the incident that follows {@code moment}. */
    private void holdDuring(Leg.Moment moment, Duration time) {
        Optional<ReleaseScript.During> during = course.incident().filter(one -> one.moment() == moment);
        during.ifPresent(one -> {
            hold("hold", one.after());
            legs.add(new Leg.Happens("meanwhile", one.incident()));
        });
        hold("hold", time.minus(during.map(ReleaseScript.During::after).orElse(Duration.ZERO)));
    }
}
