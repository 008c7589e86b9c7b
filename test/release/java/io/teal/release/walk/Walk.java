package io.teal.release.walk;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.engine.Mutant;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** One operation on a service, driven by a list of events; the same seed and events give the same walk. */
final class Walk {
    static final long SAMPLES = 100;
    private static final Plans PLANS = new Plans(Timing.DEFAULT);
    private static final int ALL = 100;

    final Service service;
    final Weights home;
    final Color toward;

    /** Whether capacity follows the traffic, and how many hosts carried production in the beginning. */
    final boolean shared;

    final int production;
    private final Plan plan;
    private final Judge judge;
    private final Mutant engine;
    private Actor actor;
    private Actor older;

    Walk(long seed, Mutant engine) {
        this.engine = engine;
        Random random = new Random(seed);
        toward = Color.values()[random.nextInt(2)];
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(99);
        int to = random.nextInt(3) > 0 ? ALL : from + 1 + random.nextInt(ALL - from);
        home = Weights.of(toward, from);
        production = 1 + random.nextInt(6);
        service = new Service(home, production, 1 + (int) (seed >>> 8 & 1));
        Evidence evidence = Evidence.values()[random.nextInt(3)];
        Strategy strategy = strategy(random);
        shared = strategy.sharesCapacity();
        plan = plans().shift(toward, home, shared ? ALL : to, strategy, gating(evidence, random));
        actor = new Actor(plan, service.now);
        judge = new Judge(this);
    }

    private static Gating gating(Evidence evidence, Random random) {
        Set<HookPoint> hooks = EnumSet.noneOf(HookPoint.class);
        Stream.of(HookPoint.values()).filter(point -> random.nextBoolean()).forEach(hooks::add);
        Duration most = Duration.ofSeconds(60 + random.nextInt(1200));
        return new Gating(evidence, SAMPLES, hooks, Optional.of(most).filter(time -> random.nextBoolean()));
    }

    private static Strategy strategy(Random random) {
        String share = 1 + random.nextInt(99) + "%," + (60 + random.nextInt(600)) + "s";
        return Strategy.parse(List.of("all-at-once", "canary:" + share, "linear:" + share, "rollout:" + share)
                .get(random.nextInt(4)));
    }

    private Plans plans() {
        return shared ? new Plans(Timing.DEFAULT, production) : PLANS;
    }

    boolean ended() {
        boolean over = actor.ended() && (older == null || older.ended()) && service.late.isEmpty();
        return over && service.stack != Direction.FORWARD;
    }

    void apply(Event event) {
        Service.Hosts hosts = service.hosts.get(Color.values()[event.color()]);
        switch (event.kind()) {
            case PAUSE -> service.pass(event.number());
            case BOOT -> boot(hosts);
            case FAIL -> hosts.healthy[event.number() % 2] = Math.max(0, hosts.healthy[event.number() % 2] - 1);
            case SCALE -> hosts.size(1 + event.number() % Service.MAX);
            case STRANGERS -> hosts.strangers = event.number() % 2;
            case WORD ->
                actor.word = Optional.of(new Word(event.number() % 4 == 0 ? Word.Says.ABORT : Word.Says.PROMOTE, ""));
            case SIGNAL -> service.gate = gate(event.number());
            case WRITER -> writer(event.number());
            case STACK -> turn();
            case ABORT ->
                actor.remember(Engine.abort(actor.plan, actor.journal(), "the machine gives up", service.now));
            default -> ticks(event);
        }
    }

    private static void boot(Service.Hosts hosts) {
        hosts.healthy[0] = hosts.desired;
        hosts.healthy[1] = Math.min(hosts.desired, hosts.healthy[1] + 2);
    }

    private static Gate gate(int number) {
        Gate.Alarm alarm = number < 30
                ? Gate.Alarm.ALARM
                : number < 60 ? Gate.Alarm.NO_DATA : number < 80 ? Gate.Alarm.UNREADABLE : Gate.Alarm.OK;
        return new Gate(alarm, number, number / 2);
    }

    private void writer(int number) {
        service.meddled = service.now;
        service.write(new Weights(number % 101, 100 - number % 101));
    }

    /** A failed or cancelled update, and in the end a stack that is done. */
    private void turn() {
        if (service.stack == Direction.FORWARD) {
            service.stack = Direction.BACKWARD;
            older = actor.ended() ? null : actor;
            actor = new Actor(shared ? plans().regrow(home) : PLANS.recover(home), service.now);
        }
    }

    /** How the operation stands: the outcome of its last run. */
    String outcome() {
        return actor.ended() ? actor.journal().outcome().orElseThrow().toString() : "CUT OFF";
    }

    private void ticks(Event event) {
        service.pass(Timing.DEFAULT.tick().toSeconds());
        if (older != null) {
            ticks(older, event);
        }
        ticks(actor, event);
        if (actor.ended() && service.stack == Direction.FORWARD && !judge.promoted(actor)) {
            turn();
        } else if (actor.ended() && service.stack == Direction.BACKWARD) {
            service.stack = Direction.IDLE;
        } else if (actor.ended() && service.stack == Direction.FORWARD) {
            service.stack = Direction.CLEANUP;
        }
    }

    private void ticks(Actor run, Event event) {
        Event now = event;
        for (int tick = 0; tick < 12 && !run.ended(); tick++) {
            Decision decision = engine.decide(run.plan, run.journal(), Sight.of(service, this, run, now));
            judge.decided(run, decision, now);
            if (decision instanceof Decision.Call call) {
                new Hands(this, run, call).call(now);
            } else {
                run.remember(decision.journal());
            }
            if (decision instanceof Decision.Wait) {
                run.hook = run.hook == Hook.GOES_ON ? Hook.UNKNOWN : run.hook;
                return;
            }
            now = decision instanceof Decision.Call ? new Event(Event.Kind.TICK, 0, 0) : now;
        }
    }

    int older(Actor run) {
        return run == actor && older != null && !older.ended() ? 1 : 0;
    }

    void stopOlder() {
        older = null;
    }
}
