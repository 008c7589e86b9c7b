package io.teal.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.Production;
import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.reading.StackReader;
import io.teal.rehearsal.stack.Trouble;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The negative control of a scenario: the same fault in a release of a pair written by hand, by somebody who waits as
 * long as it usually takes and looks at nothing.
 */
public final class ByTheClock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAIR = "by-the-clock.json";
    private static final Pattern CANARY = Pattern.compile("canary:(\\d+)%,(\\d+)m");
    private static final Duration WATCHED = Duration.ofMinutes(5);

    private final Course course;
    private final List<Leg> legs = new ArrayList<>();

    private ByTheClock(Course course) {
        this.course = course;
    }

    /** The journey. */
    public static Journey journey(Scenario scenario) {
        return new ByTheClock(scenario.course()).journey(scenario.name() + ", by the clock");
    }

    private Journey journey(String title) {
        StackModel first = model(100, "Green");
        deploy("deploy 1.0.0 on blue", first);
        legs.add(new Leg.AwaitHealth("wait for health"));
        hold("baseline", Journey.BASELINE);
        course.before().ifPresent(incident -> {
            legs.add(new Leg.Happens("before", incident));
            legs.add(new Leg.AwaitHealth("wait for health"));
        });
        if (course.kind() == Course.Kind.LEFT_ALONE) {
            legs.add(new Leg.Happens("a host is lost", new Incident.LostHosts("blue", 1)));
        } else {
            release();
        }
        hold("after", WATCHED);
        return new Journey(title, Production.of(first, Optional.empty()), legs);
    }

    private void release() {
        Course.Clock clock = course.clock();
        if (!clock.beforeTheSwitch().isZero()) {
            deploy("start 2.0.0 on green", model(100, ""));
            holdDuring(Leg.Moment.FLEET_APPEARS, clock.beforeTheSwitch());
        }
        if (course.kind() == Course.Kind.TAKEN_BACK) {
            legs.add(new Leg.Deploy(
                    "switch to green, taken back", model(0, ""), Optional.of(Trouble.lastResourceFails())));
            return;
        }
        Matcher canary = CANARY.matcher(course.strategy());
        if (canary.matches()) {
            deploy("a share to green", model(100 - Integer.parseInt(canary.group(1)), ""));
            holdDuring(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(Long.parseLong(canary.group(2))));
            deploy("switch to green", model(0, ""));
            hold("hold", clock.beforeTheEnd());
        } else {
            deploy("switch to green", model(0, ""));
            holdDuring(Leg.Moment.TRAFFIC_MOVES, clock.beforeTheEnd());
        }
        deploy("end blue", model(0, "Blue"));
    }

    private void deploy(String name, StackModel model) {
        legs.add(new Leg.Deploy(name, model, Optional.empty()));
    }

    private void hold(String name, Duration time) {
        legs.add(new Leg.Hold(name, time));
    }

    /** Holds so long, and lets happen what is to happen after {@code moment}. */
    private void holdDuring(Leg.Moment moment, Duration time) {
        Optional<Course.During> during = course.incident().filter(one -> one.moment() == moment);
        during.ifPresent(one -> {
            hold("hold", one.after());
            legs.add(new Leg.Happens("meanwhile", one.incident()));
        });
        hold("hold", time.minus(during.map(Course.During::after).orElse(Duration.ZERO)));
    }

    /** The pair with so much traffic on blue, and without the fleet of {@code without}. */
    private static StackModel model(int blueWeight, String without) {
        try (InputStream in = ByTheClock.class.getResourceAsStream(PAIR)) {
            JsonNode template = JSON.readTree(in);
            ObjectNode resources = (ObjectNode) template.path("Resources");
            resources.remove(without + "Fleet");
            JsonNode shares =
                    template.at("/Resources/Production/Properties/DefaultActions/0/ForwardConfig/TargetGroups");
            ((ObjectNode) shares.get(0)).put("Weight", blueWeight);
            ((ObjectNode) shares.get(1)).put("Weight", 100 - blueWeight);
            return StackReader.read(new TemplateReader(Map.of()).parse(template.toString(), PAIR));
        } catch (IOException damaged) {
            throw new UncheckedIOException(PAIR + " is not in the jar", damaged);
        }
    }
}
