package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.journal.Outcome;
import io.teal.release.model.InstallWorld.Host;
import io.teal.release.model.InstallWorld.Life;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What must hold of an Install, judged by the world as it is. Each returns the law that is broken, or null. */
final class InstallLaws {
    private final Plan plan;

    InstallLaws(Plan plan) {
        this.plan = plan;
    }

    String decided(InstallWorld world, Decision decision) {
        if (decision instanceof Decision.Call call) {
            return called(world, call.effect());
        }
        if (decision instanceof Decision.Ended ended && !world.ended()) {
            return ended(world, ended.journal().outcome().orElseThrow());
        }
        boolean watching = world.journal.step() > 0 && !world.journal.goingBack();
        boolean passes = watching && world.alarm && decision instanceof Decision.Wait && world.stack == way();
        return passes ? "12 an alarm fails the installation" : null;
    }

    private io.teal.release.observation.Direction way() {
        return plan.purpose().direction();
    }

    private String called(InstallWorld world, Effect effect) {
        if (world.ended()) {
            return "6 a run that has ended calls nothing";
        }
        if (world.stack != way() && !(effect instanceof Effect.StopDeployment)) {
            return "7 a run whose stack has turned only stops what it began";
        }
        if (effect instanceof Effect.CreateDeployment) {
            return created(world);
        }
        if (effect instanceof Effect.StopDeployment stop) {
            return stopped(world, stop);
        }
        return effect instanceof Effect.TagHosts ? tagged(world) : null;
    }

    private static String created(InstallWorld world) {
        if (world.serves) {
            return "18 nothing is installed where traffic is";
        }
        boolean marked = world.inService() == 0
                || Arrays.stream(world.hosts).anyMatch(host -> host.serves() && host.tag() == Runs.HALF);
        return marked ? null : "19 no host says that it runs what is being installed";
    }

    private static String stopped(InstallWorld world, Effect.StopDeployment stop) {
        if (stop.deployment().equals("launch")) {
            return "20 a host that is launched is not ended";
        }
        boolean wanted = stop.deployment().equals("ours") && !world.journal.goingBack();
        return wanted ? "21 what is wanted is not stopped" : null;
    }

    private static String tagged(InstallWorld world) {
        if (world.failed) {
            return "22 a version that failed on a host is not installed";
        }
        if (!world.complete()) {
            return "23 installed means that as many hosts as desired are in service";
        }
        boolean old =
                Arrays.stream(world.hosts).anyMatch(host -> host.life() == Life.HOOKED && host.runs() != Runs.WANTED);
        return lies(world) || old ? "19 a host says it runs the version only if it does" : null;
    }

    private static boolean lies(InstallWorld world) {
        return Arrays.stream(world.hosts).anyMatch(host -> host.serves() && host.runs() != Runs.WANTED);
    }

    private String ended(InstallWorld world, Outcome outcome) {
        boolean late =
                Clock.age(world.journal).compareTo(plan.step(world.journal).patience()) >= 0;
        if (outcome == Outcome.INSTALLED) {
            return installed(world);
        }
        if (late || world.journal.installing().deployment().isEmpty() && !world.journal.goingBack()) {
            return null;
        }
        if (world.ours != null
                && world.ours.running()
                && world.journal.installing().deployment().isPresent()) {
            return "24 a deployment that is given up does not go on";
        }
        boolean says = IntStream.range(0, InstallWorld.HOSTS)
                .filter(host -> (world.latecomers >> host & 1) == 0)
                .anyMatch(host -> pretends(world.hosts[host]));
        return outcome == Outcome.NOT_INSTALLED && world.stack == way() && says
                ? "19 a host says it runs the version only if it does"
                : null;
    }

    private String installed(InstallWorld world) {
        boolean left = world.serves && !world.journal.begun();
        boolean first = world.journal.step() == 0;
        if (left || world.journal.installing().deployment().isPresent() && first) {
            return null;
        }
        if (!first) {
            boolean short1 =
                    Clock.age(world.journal).compareTo(plan.step(world.journal).takes()) < 0;
            return world.alarm ? "12 an alarm fails the installation" : short1 ? "12 the watch takes its time" : null;
        }
        return lies(world) || Arrays.stream(world.hosts).anyMatch(InstallLaws::silent)
                ? "25 what is taken for installed is"
                : null;
    }

    private static boolean silent(Host host) {
        return host.life() == Life.IN_SERVICE && host.tag() != Runs.WANTED;
    }

    private static boolean pretends(Host host) {
        return host.serves() && host.tag() == Runs.WANTED && host.runs() != Runs.WANTED;
    }
}
