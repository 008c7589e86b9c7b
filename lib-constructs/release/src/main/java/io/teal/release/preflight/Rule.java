package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.Refusal;
import io.teal.release.ReleaseFlag;
import io.teal.release.SchemaStep;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a deploy is refused for, in the order of the checks. */
public enum Rule {
    /** A colour that has a fleet is not named. */
    RUNNING_COLOR_IS_NAMED {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            return deploy.live()
                    .fleet(color)
                    .filter(fleet -> deploy.unsaid(color))
                    .map(fleet -> new Refusal(
                            color + " runs " + fleet.version() + " and your flags do not name it",
                            "add "
                                    + deploy.write(ReleaseFlag.versionOf(color), fleet.version()) + " to keep it or "
                                    + deploy.write(ReleaseFlag.versionOf(color), Version.NONE) + " to retire it"));
        }
    },
    /** Hosts that serve would be checked on a port that they may not listen on, or leave one that clients use. */
    PORTS_STAY {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            return deploy.live()
                    .fleet(color)
                    .filter(fleet -> deploy.request().otherPorts())
                    .map(fleet -> new Refusal(
                            color + " runs, and this deploy adds a port to the service or takes one away: Auto Scaling"
                                    + " would end hosts that do not listen on it",
                            "put the ports back, and make a new service that has the other ports beside this one"));
        }
    },
    /** The live weights differ from the template, and the request does not adopt them. */
    LIVE_IS_SETTLED {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            if (!deploy.drifted() || deploy.settles()) {
                return Optional.empty();
            }
            return Optional.of(deploy.live()
                    .weights()
                    .map(live -> new Refusal(
                            "live weights are " + live + " and the template says " + Weights.of(deploy.settled()),
                            live.even()
                                    ? "deploy " + SuggestedFlags.settling(deploy) + " first, which moves nothing"
                                    : "give all ports to one colour by teal rollback first"))
                    .orElse(new Refusal(
                            "no rule of the load balancer forwards to both colours",
                            "keep its application port, VPC and scheme: changing one"
                                    + " replaces the live load balancer or listener; use a new service for that")));
        }
    },
    /** Traffic would return to a version that was promoted before. */
    RETURNING_IS_ALLOWED {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            boolean returns = color == deploy.wanted().active()
                    && color != deploy.active()
                    && deploy.live().fleet(color).map(RunningFleet::served).orElse(false);
            return returns && !deploy.request().request().allowRollBack()
                    ? refused(
                            "traffic would return to " + color + ", which was active before",
                            "add "
                                    + deploy.write(ReleaseFlag.ALLOW, "roll-back") + " if that is meant, or deploy "
                                    + SuggestedFlags.settling(deploy))
                    : Optional.empty();
        }
    },
    /** Traffic would go to a version that the contracted schema does not fit. */
    CONTRACT_IS_NOT_PASSED {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            boolean passes = deploy.outdated(color)
                    && !deploy.changes(color)
                    && (deploy.gains(color) || color == deploy.wanted().active());
            return passes && deploy.request().request().schema() != SchemaStep.PUT_BACK
                    ? refused(
                            color + " runs " + runs(deploy, color)
                                    + ", which the schema does not fit since contract=true",
                            "release a new version, or put the schema back and add "
                                    + deploy.write(ReleaseFlag.ALLOW, "past-contract"))
                    : Optional.empty();
        }
    },
    /** A deploy forgets that the schema was contracted, and a later one could go back. */
    CONTRACT_IS_KEPT {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            boolean forgets = deploy.outdated(color)
                    && !deploy.changes(color)
                    && deploy.request().request().schema() == SchemaStep.NONE;
            return forgets
                    ? refused(
                            color + " still runs " + runs(deploy, color)
                                    + ", which the schema does not fit, and contract" + " is not there any more",
                            "add " + deploy.write(ReleaseFlag.CONTRACT, "true") + " until " + color + " is retired")
                    : Optional.empty();
        }
    },
    /** A contract is declared of a version that is only being started. */
    CONTRACT_IS_OF_WHAT_RUNS {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            Optional<Version> wanted = deploy.wanted().version(color);
            boolean isNew = color != deploy.wanted().active()
                    && wanted.isPresent()
                    && !deploy.live().fleet(color).map(RunningFleet::version).equals(wanted);
            return isNew && deploy.request().request().schema() == SchemaStep.CONTRACTED
                    ? refused(
                            "contract is true, and " + color + " would be started with " + wanted.get(),
                            "leave " + ReleaseFlag.CONTRACT + " out: it is about the version that was active before")
                    : Optional.empty();
        }
    },
    /** A colour that has traffic would be changed. */
    SERVING_COLOR_IS_LEFT_ALONE {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            boolean touched = deploy.live().weight(color) > 0 && deploy.changes(color);
            return touched
                    ? refused(
                            color + " has " + deploy.live().percent(color) + " percent of production and runs "
                                    + runs(deploy, color),
                            "keep "
                                    + deploy.write(ReleaseFlag.versionOf(color), runs(deploy, color))
                                    + " until its traffic has moved away")
                    : Optional.empty();
        }
    },
    /** A fleet would be replaced and given traffic by the same deploy. */
    RESTART_COMES_BEFORE_PROMOTE {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            return deploy.changes(color) && deploy.gains(color)
                    ? refused(
                            color + " runs " + runs(deploy, color) + " and would be replaced and given traffic at"
                                    + " once",
                            "deploy the new version with " + deploy.write(ReleaseFlag.ACTIVE_COLOR, deploy.active())
                                    + " first")
                    : Optional.empty();
        }
    },
    /** maxCapacity is below the size that the fleet needs. */
    FLEET_CAN_CARRY {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            Color larger = deploy.desired(color.other()) >= deploy.desired(color) ? color.other() : color;
            int needed = deploy.desired(larger);
            int max = deploy.request().max().getOrDefault(color, 0);
            boolean small = deploy.wanted().version(color).isPresent() && max < needed;
            return small
                    ? refused(
                            "maxCapacity " + max + " is below " + larger + "'s " + needed + " hosts",
                            "raise it to " + needed + " or more")
                    : Optional.empty();
        }
    },
    /** A schedule takes all hosts from the active fleet while traffic may be moving. */
    NIGHT_IS_FAR {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            return deploy.live()
                    .night()
                    .filter(night -> deploy.gains(color))
                    .map(night -> new Refusal(
                            "schedule " + night.schedule() + " takes all hosts away at " + night.at()
                                    + ", and this release" + " may take "
                                    + night.takes().toMinutes() + " minutes",
                            "deploy after that time, which starts hosts again, or so much earlier"));
        }
    },
    /** A step waits for more samples than last hour's traffic would give it. */
    EVIDENCE_CAN_COME {
        @Override
        Optional<Refusal> against(PreflightCase deploy, Color color) {
            long comes = expected(deploy, color);
            long needed = deploy.request().gating().samples();
            boolean required = deploy.request().gating().evidence() == Evidence.REQUIRED;
            return required && comes < needed
                    ? refused(
                            "the first step would see about " + comes + " requests, by last hour's traffic, and waits"
                                    + " for " + needed,
                            "take a larger or longer step, or " + deploy.write(ReleaseFlag.STRATEGY, "all-at-once"))
                    : Optional.empty();
        }
    };

    /** What {@code deploy} is refused for because of {@code color}. */
    abstract Optional<Refusal> against(PreflightCase deploy, Color color);

    private static Optional<Refusal> refused(String reason, String remedy) {
        return Optional.of(new Refusal(reason, remedy));
    }

    private static Version runs(PreflightCase deploy, Color color) {
        return deploy.live().fleet(color).orElseThrow().version();
    }

    /** Requests that {@code color} would get in the first watched step; no limit if no step is watched. */
    private static long expected(PreflightCase deploy, Color color) {
        Strategy strategy = deploy.request().strategy();
        int to = deploy.wanted().weight(color);
        List<Integer> shares = strategy.shares(deploy.live().percent(color), to);
        Duration watched = strategy.watched().orElse(Duration.ZERO);
        return shares.size() < 2
                ? Long.MAX_VALUE
                : deploy.live().lastHour() * watched.toSeconds() / 3600 * shares.get(0) / 100;
    }
}
