package io.teal.release.walk;

import io.teal.release.Color;
import io.teal.release.engine.Decision;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Timing;
import io.teal.release.step.Effect;
import io.teal.release.step.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The laws of a walk, with real times. */
final class Judge {
    private final Walk walk;

    /** A law that a walk broke. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String law) {
            super(law);
        }
    }

    Judge(Walk walk) {
        this.walk = walk;
    }

    boolean promoted(Actor run) {
        return run.journal().outcome().orElseThrow() == Outcome.PROMOTED;
    }

    void decided(Actor run, Decision decision, Event event) {
        law(decision.journal().why().isEmpty() || !decision.why().isEmpty(), "every decision has a reason");
        if (decision instanceof Decision.Call call) {
            law(
                    walk.service.stack == run.plan.purpose().direction(),
                    "7 a run writes only while its stack goes its way");
            if (call.effect() instanceof Effect.SetWeights write) {
                writes(run, write, event);
            }
            if (walk.shared && call.effect() instanceof Effect.SetDesired size) {
                sizes(run, size);
            }
        }
        if (decision instanceof Decision.Ended ended) {
            ended(run, ended);
        }
        law(
                age(run).compareTo(run.longest) < 0 || decision instanceof Decision.Ended || !ticked(event),
                "14 every run ends");
    }

    private static boolean ticked(Event event) {
        return event.kind() == Event.Kind.TICK;
    }

    private Duration age(Actor run) {
        return Duration.between(run.began, walk.service.now);
    }

    /** Each step at most its patience, and the same once more for each time a write was read back; with long pauses. */
    static Duration longest(Plan plan) {
        Duration sum = Duration.ofHours(2);
        for (List<Step> steps : List.of(plan.steps(), plan.back())) {
            for (Step step : steps) {
                sum = sum.plus(step.patience()).plus(step.patience()).plusSeconds(2000);
            }
        }
        return sum;
    }

    private void writes(Actor run, Effect.SetWeights write, Event event) {
        law(write.to().blue() + write.to().green() == 100, "2 never dark");
        boolean on = run.plan.purpose() == Plan.Purpose.SHIFT && !run.journal().goingBack();
        Color gains = write.to().gives(Color.BLUE, write.from()) ? Color.BLUE : Color.GREEN;
        Fleet fleet = walk.service.hosts.get(gains).fleet();
        boolean late = event.kind() == Event.Kind.TICK_STALE && event.number() % 60 + 1 > 15;
        law(!late, "4 health older than 15 s is no evidence");
        if (!on) {
            boolean nearer = write.to().of(gains) < walk.home.of(gains);
            law(write.to().equals(walk.home) || walk.shared && nearer, "9 the way back leads home");
            law(fleet.healthyEverywhere() > 0, "11 never flip into worse");
            return;
        }
        law(gains == walk.toward, "9 the weight only rises on the way on");
        law(walk.service.gate.alarms() != Gate.Alarm.ALARM, "12 an alarm turns the run back");
        person(run, write);
        law(fleet.strangers() == 0, "15 one colour, one release");
        int larger = Math.max(
                fleet.desired(), walk.service.hosts.get(gains.other()).fleet().desired());
        int hosts = walk.shared ? run.journal().floor() : larger;
        int share = write.to().of(gains);
        law(fleet.healthyEverywhere() * 100 >= share * hosts, "1 traffic goes to enough healthy hosts");
        law(isHeld(write), "10 changes are held");
    }

    private void person(Actor run, Effect.SetWeights write) {
        law(run.word.filter(Word::aborts).isEmpty(), "a person who aborts turns the run back");
        boolean asks = run.plan.steps().stream().anyMatch(Step::asks);
        boolean all = write.to().percent(walk.toward) == 100;
        boolean known = run.word.isPresent() || walk.service.marked.contains(walk.toward);
        law(!asks || !all || known, "all traffic moves when a person has said so");
    }

    /** A change that is in one place and not in the other goes on. */
    private boolean isHeld(Effect.SetWeights write) {
        boolean first = write.from().equals(walk.home);
        boolean goesOn = write.from().each().contains(write.to());
        return first || goesOn || since(walk.service.changed).compareTo(Timing.DEFAULT.spread()) >= 0;
    }

    /** A fleet that gives hosts away keeps those of its share. */
    private void sizes(Actor run, Effect.SetDesired size) {
        Service.Hosts fleet = walk.service.hosts.get(size.color());
        int share = walk.service.live.percent(size.color());
        boolean keeps = size.desired() * 100 >= share * run.journal().floor();
        law(size.desired() >= fleet.desired || keeps, "1 a fleet keeps the hosts of its share");
        boolean whole = fleet.fleet().healthyEverywhere() >= fleet.desired;
        law(size.desired() >= fleet.desired || share == 0 || whole, "1 enough are left, whichever hosts leave");
    }

    private Duration since(Instant then) {
        return Duration.between(then, walk.service.now);
    }

    private void ended(Actor run, Decision.Ended ended) {
        Outcome outcome = ended.journal().outcome().orElseThrow();
        Weights live = walk.service.live;
        Duration still = since(walk.service.changed);
        if (outcome == Outcome.PROMOTED) {
            law(live.of(walk.toward) > walk.home.of(walk.toward), "5 promoted means that traffic is there");
            boolean unseen = walk.shared && walk.service.changed.equals(walk.service.meddled);
            law(unseen || still.compareTo(Timing.DEFAULT.bake()) >= 0, "10 the bake takes its time");
            law(
                    live.of(walk.toward) < 100 || walk.service.marked.contains(walk.toward),
                    "a promoted version is marked");
        }
        boolean recovered = run.plan.purpose() == Plan.Purpose.RECOVER && outcome == Outcome.ROLLED_BACK;
        if (recovered) {
            law(live.equals(walk.home), "5 rolled back means that traffic is home");
            boolean moved = !walk.service.changed.equals(walk.service.meddled);
            Duration cold = Timing.DEFAULT.spread().plus(Timing.DEFAULT.drain());
            law(!moved || untouched() || still.compareTo(cold) >= 0, "13 a fleet goes when it has long been cold");
        }
    }

    private boolean untouched() {
        return walk.service.changed.equals(Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static void law(boolean holds, String law) {
        if (!holds) {
            throw new Broken(law);
        }
    }
}
