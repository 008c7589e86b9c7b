package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.release.Color;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What befalls the service: bad versions, deaths of hosts, scaling, alarms, much or little traffic. */
public final class Hazards {
    private static final long ALARM_NOTICES = 60_000;

    /** As Auto Scaling puts it. */
    private static final String NO_CAPACITY = "We currently do not have sufficient t4g.small capacity in the"
            + " Availability Zone you requested. Launching EC2 instance failed.";

    long scaledAt = Long.MIN_VALUE / 2;
    private final World world;
    private final Set<String> sick = new HashSet<>();
    private final Set<String> erring = new HashSet<>();
    private final Map<String, Long> noLaunches = new HashMap<>();
    private final Set<Color> setByHand = EnumSet.noneOf(Color.class);
    private double rate = 50;

    Hazards(World world) {
        this.world = world;
    }

    /** {@code version} never becomes healthy. */
    public void sick(String version) {
        sick.add(version);
    }

    boolean isSick(String version) {
        return sick.contains(version);
    }

    /** {@code version} is healthy and answers requests with errors. */
    public void erring(String version) {
        erring.add(version);
    }

    boolean errs(Host host) {
        return erring.contains(host.fleet().release().version());
    }

    /** Requests per second. */
    public void rate(double requests) {
        rate = requests;
    }

    double rate() {
        return rate;
    }

    /** The alarm of {@code color} has this state from now on. */
    public void alarm(Color color, String state) {
        world.story.tell(() -> Template.alarm(color) + " is " + state);
        setByHand.add(color);
        world.local().alarms().force(color + "Alarm", state);
    }

    boolean isInAlarm(Color color) {
        return world.local().alarms().states(List.of(Template.alarm(color))).containsValue("ALARM");
    }

    /**
     * {@code color} has been answering with errors for so long: what its alarm says of that, unless somebody has set
     * it.
     */
    void erring(Color color, long millis) {
        if (!setByHand.contains(color)) {
            world.local().alarms().force(color + "Alarm", millis > ALARM_NOTICES ? "ALARM" : "OK");
        }
    }

    /**
     * Auto Scaling gives {@code color} another size; while both colours have a fleet, or hosts warm up, it only lets
     * them grow.
     */
    public void scale(Color color, int hosts) {
        Fleet fleet = world.fleet(color);
        if (fleet.exists()) {
            scaledAt = world.time.now();
            boolean alone = !world.fleet(color.other()).exists();
            boolean shrinks = alone && fleet.healthy() >= fleet.desired();
            int size = Math.max(shrinks ? fleet.min() : fleet.desired(), Math.min(fleet.max(), hosts));
            fleet.scale(size);
            world.judge.production = alone ? size : world.judge.production;
            world.story.tell(() -> color + " is scaled to " + size);
        }
    }

    /** A schedule takes all hosts from each of {@code colors} that has a fleet. */
    public void night(Color... colors) {
        world.judge.production = Math.min(world.judge.production, Template.MIN);
        for (Color color : colors) {
            if (world.fleet(color).exists()) {
                world.story.tell(() -> "night: " + color + " has no hosts any more");
                world.fleet(color).night();
            }
        }
    }

    /** One host of {@code color} dies. */
    public void crash(Color color) {
        if (world.fleet(color).crash()) {
            world.story.tell(() -> "a host of " + color + " dies");
            world.judge.crashed(color);
        }
    }

    /** No host of {@code color} can be launched for so long. */
    public void noLaunches(Color color, long seconds) {
        noLaunches.put(color.toString(), world.time.now() + seconds * 1000);
    }

    Optional<String> refusal(String fleet) {
        boolean refuses = world.time.now() < noLaunches.getOrDefault(fleet, 0L);
        return refuses ? Optional.of(NO_CAPACITY) : Optional.empty();
    }
}
