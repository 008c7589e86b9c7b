package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.TargetHealth;
import io.teal.runtime.sim.Host.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An Auto Scaling group with its target group: boots, replaces, refreshes (launches before it terminates), drains. */
final class Group {
    /** As Auto Scaling puts it. */
    private static final String NO_CAPACITY = "We currently do not have sufficient t4g.small capacity in the"
            + " Availability Zone you requested. Launching EC2 instance failed.";

    final Color color;
    final List<Host> hosts = new ArrayList<>();
    final List<Host> leaving = new ArrayList<>();
    final Map<String, String> tags = new TreeMap<>();
    final Deque<ScalingActivity> activities = new ArrayDeque<>();
    boolean exists;

    /** Whether a night has come, and no host after it. */
    boolean asleep;

    int desired;
    int min;
    int max;
    int template;
    long crashed = Long.MIN_VALUE / 2;
    long launchesFailUntil;
    private final World world;
    private boolean tended;
    private Runnable refreshed;
    private int born;

    Group(World world, Color color) {
        this.world = world;
        this.color = color;
    }

    /** What {@code told} says of each of its hosts. */
    Set<String> of(Function<Host, String> told) {
        return hosts.stream().map(told).collect(Collectors.toSet());
    }

    void create(Template.Fleet fleet) {
        exists = true;
        hosts.clear();
        tags.clear();
        desired = fleet.min();
        shape(fleet);
        tend();
    }

    /** The fleet as it is after a release that ended long ago. */
    void settle(Template.Fleet fleet, int hostsServing) {
        create(fleet);
        desired = hostsServing;
        for (int host = 0; host < hostsServing; host++) {
            launch().state = State.HEALTHY;
        }
    }

    private void shape(Template.Fleet fleet) {
        min = fleet.min();
        max = fleet.max();
        template = fleet.template();
        tags.putAll(fleet.tags());
        desired = Math.max(min, Math.min(max, desired));
    }

    /** A change by CloudFormation; {@code done} follows when every host is of it and healthy. */
    void update(Template.Fleet fleet, Runnable done) {
        boolean refreshes = fleet.template() != template;
        shape(fleet);
        if (refreshes) {
            world.judge.touches(color, "is refreshed");
            refreshed = done;
        } else {
            refreshed = null;
            done.run();
        }
        tend();
    }

    void delete() {
        world.judge.touches(color, "is removed");
        exists = false;
        refreshed = null;
        List.copyOf(hosts).forEach(this::terminate);
    }

    /** The oldest leave, whatever their health: Auto Scaling's default policy does not ask for that. */
    void giveAway(int count) {
        hosts.stream().limit(Math.max(0, count)).toList().forEach(this::terminate);
    }

    /** A schedule takes all hosts away. */
    void night() {
        min = 0;
        desired = 0;
        asleep = true;
        crashed = world.time.now();
        tend();
    }

    void setDesired(int hostsWanted) {
        if (hostsWanted < min || hostsWanted > max) {
            throw new IllegalArgumentException("ValidationError: desired " + hostsWanted);
        }
        desired = hostsWanted;
        tend();
    }

    void crash(Host host) {
        host.dead = true;
        crashed = world.time.now();
        world.time.in(10_000 + world.random.nextInt(15_000), () -> replace(host));
    }

    private void replace(Host host) {
        host.state = State.UNHEALTHY;
        world.time.in(10_000 + world.random.nextInt(40_000), () -> {
            if (hosts.remove(host)) {
                tend();
            }
        });
    }

    private void tend() {
        if (!tended) {
            tended = true;
            world.time.in(1000 + world.random.nextInt(4000), this::work);
        }
    }

    private void work() {
        tended = false;
        if (!exists) {
            return;
        }
        while (fresh() < desired && world.time.now() >= launchesFailUntil) {
            launch();
        }
        if (fresh() < desired) {
            activities.addFirst(new ScalingActivity(world.time.instant(), "Failed", NO_CAPACITY));
        }
        replace();
        if (refreshed != null || fresh() < desired || hosts.size() > desired) {
            tend();
        }
    }

    private void replace() {
        boolean ready = healthy(true) >= desired;
        hosts.stream()
                .filter(host -> ready && host.template != template)
                .toList()
                .forEach(this::terminate);
        hosts.stream()
                .sorted(Comparator.comparing(host -> host.is(State.HEALTHY)))
                .limit(Math.max(0, fresh() - desired))
                .toList()
                .forEach(this::terminate);
        if (ready && refreshed != null) {
            Runnable done = refreshed;
            refreshed = null;
            done.run();
        }
    }

    private int fresh() {
        int fresh = 0;
        for (Host host : hosts) {
            fresh += host.template == template ? 1 : 0;
        }
        return fresh;
    }

    int healthy() {
        return healthy(false);
    }

    private int healthy(boolean onlyFresh) {
        int healthy = 0;
        for (Host host : hosts) {
            healthy += host.is(State.HEALTHY) && (!onlyFresh || host.template == template) ? 1 : 0;
        }
        return healthy;
    }

    private Host launch() {
        Host.Content content = world.stack.launchTemplate(color, template);
        Host host = new Host("i-" + color + "-" + ++born, template, content, Map.copyOf(tags), world.time.now());
        hosts.add(host);
        world.time.in(20_000 + world.random.nextInt(60_000), () -> boot(host));
        return host;
    }

    private void boot(Host host) {
        if (host.is(State.INITIAL)) {
            host.state = world.hazards.isSick(host) ? State.UNHEALTHY : State.HEALTHY;
            asleep = asleep && (desired == 0 || !host.is(State.HEALTHY));
        }
    }

    private void terminate(Host host) {
        hosts.remove(host);
        host.state = State.DRAINING;
        leaving.add(host);
        world.time.in(world.drain, () -> leaving.remove(host));
    }

    Optional<AutoScalingGroup> described() {
        List<String> ids = new ArrayList<>();
        hosts.forEach(host -> ids.add(host.id));
        List<String> outdated = hosts.stream()
                .filter(host -> host.template != template)
                .map(host -> host.id)
                .toList();
        return exists
                ? Optional.of(new AutoScalingGroup(
                        Template.group(color), desired, min, max, Integer.toString(template), ids, outdated, tags))
                : Optional.empty();
    }

    List<TargetHealth> targets() {
        List<TargetHealth> targets = new ArrayList<>();
        hosts.forEach(host -> targets.add(target(host)));
        leaving.forEach(host -> targets.add(target(host)));
        return targets;
    }

    private static TargetHealth target(Host host) {
        return new TargetHealth(host.id, 8080, host.state.name().toLowerCase(Locale.ROOT), "");
    }
}
