package io.teal.rehearsal.sim;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Timing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One world from one seed, and what can be done in it. */
public final class World extends Chance {
    private static final long LONGEST_OPERATION = Duration.ofHours(6).toMillis();

    final Timing timing = TIMING;
    final int tick = (int) timing.tick().toMillis();
    final int spread = (int) timing.spread().toMillis();
    final int drain = (int) timing.drain().toMillis();
    final Mutation mutation;
    final Ledger ledger;
    final Judge judge;

    final Conduct conduct;
    final Timeline time;
    final TemplateClock clock;
    final Story story;
    final Cloud cloud;
    final Balancer balancer;
    final Faults faults;
    final FunctionShell function;
    final Stack stack;
    SimAws aws;
    final Hook hook = new Hook(this);
    final Guards guards = new Guards(this);
    final Machine machine;
    final Hazards hazards;
    Template deploying;
    private final Map<Color, Fleet> fleets = new EnumMap<>(Color.class);
    /** The time before the story, while it lasts. */
    Optional<Settling> settling = Optional.empty();

    World(long seed, double part, boolean told, Mutation mutation) {
        super(seed, part);
        this.mutation = mutation;
        this.hazards = new Hazards(this);
        this.ledger = new Ledger(this);
        this.judge = new Judge(this);
        this.conduct = new Conduct(this, judge);
        this.time = new Timeline(new Watch(this));
        this.clock = new TemplateClock(time);
        this.story = new Story(told, time::now);
        this.cloud = new Cloud(this, seed);
        this.balancer = new Balancer(this, seed % 3 == 0 ? 2 : 1);
        this.faults = new Faults(this);
        this.machine = new Machine(this);
        this.function = new FunctionShell(this);
        this.stack = new Stack(this, function);
        for (Color color : Color.values()) {
            fleets.put(color, new Fleet(this, color));
        }
    }

    /** AWS as it is. */
    LocalAws local() {
        return stack.standIn.aws();
    }

    Fleet fleet(Color color) {
        return fleets.get(color);
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
        settling = Optional.of(new Settling(this, template));
        settling.get().pass(hosts);
        settling = Optional.empty();
        ledger.past();
        return this;
    }

    /** The version of {@code color} has been promoted once. */
    public void promoted(Color color) {
        Fleet fleet = fleet(color);
        fleet.tag("teal:promoted", fleet.tags().get("teal:version"));
    }

    /** The release that the stack's template says. */
    public Release release() {
        return stack.template().release();
    }

    /** Begins to create the stack. */
    public void create(Template template) {
        update(template);
    }

    /** Begins to update the stack. */
    public void update(Template template) {
        deploying = template;
        judge.begins();
        stack.apply(template);
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
        time.until(enough);
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
        until(() -> !machine.areAnyRunning());
    }

    /** The configurations that hosts of {@code color} run. */
    public Set<String> configurations(Color color) {
        return fleet(color).hosts().stream()
                .map(host -> stack.configuration(color, host))
                .collect(Collectors.toSet());
    }

    /** The ids of the hosts of {@code color}, which no one may touch who has no business with it. */
    public Set<String> hosts(Color color) {
        return fleet(color).hosts().stream().map(Host::id).collect(Collectors.toSet());
    }

    /** Whether Lambda has given up on an event, so that CloudFormation waits in vain. */
    public boolean lostAnEvent() {
        return judge.isExcused();
    }

    /** Someone writes weights by hand. */
    public void hand(Weights weights) {
        story.tell(() -> "by hand: " + weights);
        balancer.write(weights);
        judge.hand(weights);
    }
}
