package io.teal.runtime.sim;

import io.teal.release.Color;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What befalls the service: bad versions, deaths of hosts, scaling, alarms, much or little traffic. */
public final class Hazards {
    private static final long ALARM_NOTICES = 60_000;

    long scaledAt = Long.MIN_VALUE / 2;
    private final World world;
    private final Set<String> sick = new HashSet<>();
    private final Set<String> erring = new HashSet<>();
    private final Map<String, String> alarms = new HashMap<>();
    private double rate = 50;

    Hazards(World world) {
        this.world = world;
    }

    /** {@code version} never becomes healthy. */
    public void sick(String version) {
        sick.add(version);
    }

    boolean isSick(Host host) {
        return host.dead || sick.contains(host.content.version());
    }

    /** {@code version} is healthy and answers requests with errors. */
    public void erring(String version) {
        erring.add(version);
    }

    boolean errs(Host host) {
        return erring.contains(host.content.version());
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
        alarms.put(Template.alarm(color), state);
    }

    String alarm(String name) {
        Color color = name.equals(Template.alarm(Color.BLUE)) ? Color.BLUE : Color.GREEN;
        return alarms.getOrDefault(name, world.ledger.erring(color) > ALARM_NOTICES ? "ALARM" : "OK");
    }

    /** Auto Scaling gives {@code color} another size; while both colours have a fleet it only lets them grow. */
    public void scale(Color color, int hosts) {
        Group group = world.group(color);
        if (group.exists) {
            scaledAt = world.time.now();
            boolean alone = !world.group(color.other()).exists;
            group.setDesired(Math.max(alone ? group.min : group.desired, Math.min(group.max, hosts)));
            world.judge.production = alone ? group.desired : world.judge.production;
            world.story.tell(() -> color + " is scaled to " + group.desired);
        }
    }

    /** A schedule takes all hosts from each of {@code colors} that has a fleet. */
    public void night(Color... colors) {
        world.judge.production = Math.min(world.judge.production, Template.MIN);
        for (Color color : colors) {
            if (world.group(color).exists) {
                world.story.tell(() -> "night: " + color + " has no hosts any more");
                world.group(color).night();
            }
        }
    }

    /** One host of {@code color} dies. */
    public void crash(Color color) {
        world.group(color).hosts.stream().filter(host -> !host.dead).findAny().ifPresent(host -> {
            world.story.tell(() -> host.id + " dies");
            world.group(color).crash(host);
            world.judge.crashed(color);
        });
    }

    /** No host of {@code color} can be launched for so long. */
    public void noLaunches(Color color, long seconds) {
        world.group(color).launchesFailUntil = world.time.now() + seconds * 1000;
    }
}
