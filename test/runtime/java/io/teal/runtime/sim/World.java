package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Timing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One world from one seed, and what can be done in it. */
public final class World {
    /** How long things take here: less than by default, in the same proportions. */
    public static final Timing TIMING = new Timing(
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            Duration.ZERO);

    private static final long LONGEST_OPERATION = Duration.ofHours(6).toMillis();

    final Timing timing = TIMING;
    final int tick = (int) timing.tick().toMillis();
    final int spread = (int) timing.spread().toMillis();
    final int drain = (int) timing.drain().toMillis();
    final Random random;
    final Mutation mutation;
    final Ledger ledger;
    final Judge judge;

    final Conduct conduct;
    final Timeline time;
    final Story story;
    final Balancer balancer;
    final Faults faults;
    final SimAws aws;
    final Stack stack;
    final Hook hook;
    final Guards guards = new Guards(this);
    final Machine machine;
    final Hazards hazards;
    Template deploying;
    private final Map<Color, Group> groups = new EnumMap<>(Color.class);
    private final double part;

    World(long seed, double part, boolean told, Mutation mutation) {
        this.random = new Random(seed);
        this.part = part;
        this.mutation = mutation;
        this.hazards = new Hazards(this);
        this.ledger = new Ledger(this);
        this.judge = new Judge(this);
        this.conduct = new Conduct(this, judge);
        this.time = new Timeline(ledger::flow, judge::looks);
        this.story = new Story(told, time::now);
        this.balancer = new Balancer(this, seed % 3 == 0 ? 2 : 1);
        this.faults = new Faults(this);
        this.aws = new SimAws(this);
        this.stack = new Stack(this);
        this.hook = new Hook(this);
        for (Color color : Color.values()) {
            groups.put(color, new Group(this, color));
        }
        this.machine = new Machine(this);
    }

    Group group(Color color) {
        return groups.get(color);
    }

    /** How far through the seeds this one is, from 0 to 1: for what is to happen at every moment once. */
    public double part() {
        return part;
    }

    /** A number from 0 to {@code bound}, without it. */
    public int any(int bound) {
        return random.nextInt(bound);
    }

    /** One of {@code choices}. */
    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** What goes wrong here. */
    public Faults faults() {
        return faults;
    }

    /** What befalls the service. */
    public Hazards hazards() {
        return hazards;
    }

    /** The user's functions, and who is told of releases. */
    public Hook hook() {
        return hook;
    }

    /** What wakes the guard. */
    public Guards guards() {
        return guards;
    }

    /** The clients' book. */
    public Ledger ledger() {
        return ledger;
    }

    /** The stack. */
    public Stack stack() {
        return stack;
    }

    /** Why the last operation failed, the first reason first. */
    public List<String> reasons() {
        return List.copyOf(judge.reasons);
    }

    /** The live weights, blue/green; {@code none} if there is no production listener. */
    public String live() {
        return balancer.weights().map(Object::toString).orElse("none");
    }

    /** {@code template} was deployed long ago, and {@code hosts} hosts of each of its colours serve. */
    public World settled(Template template, int hosts) {
        deploying = template;
        stack.settle(template, hosts);
        ledger.past();
        template.release()
                .version(template.release().active())
                .ifPresent(version -> group(template.release().active()).tags.put("teal:promoted", version.value()));
        return this;
    }

    /** The version of {@code color} has been promoted once. */
    public void promoted(Color color) {
        Group group = group(color);
        group.tags.put("teal:promoted", group.tags.get("teal:version"));
    }

    /** The release that the stack's template says. */
    public Release release() {
        return stack.template().release();
    }

    /** Begins to create the stack. */
    public void create(Template template) {
        deploying = template;
        judge.begins();
        stack.create(template);
    }

    /** Begins to update the stack. */
    public void update(Template template) {
        deploying = template;
        judge.begins();
        stack.update(template);
    }

    /** Updates the stack and waits for it. */
    public String deploy(Template template) {
        update(template);
        return finish();
    }

    /** Deletes the stack and waits for it. */
    public String destroy() {
        judge.begins();
        stack.delete();
        return finish();
    }

    /** Waits for the stack; returns its status. */
    public String finish() {
        long until = time.now() + LONGEST_OPERATION;
        until(() -> !stack.isBusy() || time.now() > until);
        if (stack.isBusy()) {
            judge.broken("everything ends, and the stack is " + stack.status());
        }
        return stack.status();
    }

    /** Lets time pass until {@code enough}. */
    public void until(BooleanSupplier enough) {
        while (!enough.getAsBoolean() && time.next()) {
            continue;
        }
    }

    /** Lets {@code seconds} pass. */
    public void seconds(long seconds) {
        time.pass(seconds * 1000);
    }

    /** Seconds since the world began. */
    public long now() {
        return time.now() / 1000;
    }

    /** What somebody does to the listeners. */
    public Listeners listeners() {
        return new Listeners(this);
    }

    /** After {@code seconds} {@code what} happens. */
    public void in(long seconds, Runnable what) {
        time.inSeconds(seconds, what);
    }

    /** Waits until nothing is left that could happen: an abandoned run too must end. */
    public void rest() {
        until(() -> machine.runs.stream().noneMatch(Machine.Run::isRunning));
        judge.rests();
    }

    /** The configurations that hosts of {@code color} run. */
    public Set<String> configurations(Color color) {
        return group(color).of(host -> host.content.configuration());
    }

    /** The ids of the hosts of {@code color}, which no one may touch who has no business with it. */
    public Set<String> hosts(Color color) {
        return group(color).of(host -> host.id);
    }

    /** Whether Lambda has given up on an event, so that CloudFormation waits in vain. */
    public boolean lostAnEvent() {
        return judge.isExcused();
    }

    /** Someone writes weights by hand. */
    public void hand(Weights weights) {
        story.tell(() -> "by hand: " + weights);
        judge.hand(weights);
        balancer.write(weights);
    }
}
