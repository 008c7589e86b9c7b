package io.teal.release.model;

import io.teal.release.journal.Outcome;
import io.teal.release.plan.Plan;
import io.teal.release.steps.MoveTraffic;

/**
 * What must hold when a run ends.
 *
 * @param hooks how many hooks its plan calls
 */
record EndLaws(Scenario scenario, Shares shares, int hooks) {

    /** The law that an end as {@code outcome} breaks, or null. */
    String of(World world, Run run, Look look, Outcome outcome) {
        Plan plan = scenario.plan(run);
        return switch (outcome) {
            case PROMOTED -> promoted(world, run, plan);
            case ROLLED_BACK ->
                look == Look.AS_IT_IS && shares.leftSmall(world, run, Clock.step(plan, run.journal()))
                        ? "10 home is as large as it was"
                        : rolledBack(world, run, plan);
            case NEEDS_HUMAN -> needsHuman(world, run, look, plan);
            case SUPERSEDED -> null;
            case INSTALLED, NOT_INSTALLED -> "a run that moves traffic installs nothing";
        };
    }

    private static boolean home(World world, Plan plan) {
        return plan.home().map(weights -> weights.equals(world.live)).orElse(true);
    }

    private static String rolledBack(World world, Run run, Plan plan) {
        boolean moved =
                plan.purpose() != Plan.Purpose.COOL && run.journal().at().isPresent();
        return moved && !home(world, plan) ? "5 rolled back means that traffic is home" : null;
    }

    private String needsHuman(World world, Run run, Look look, Plan plan) {
        if (look != Look.AS_IT_IS || run.journal().at().isEmpty()) {
            return null;
        }
        if (plan.purpose() == Plan.Purpose.RECOVER && home(world, plan)) {
            return "17 a rollback that got home is not FAILED";
        }
        boolean surprised = !run.journal().at().get().equals(world.live);
        boolean nobodyElse = world.writer == scenario.starts().get(0).writer;
        return surprised && nobodyElse ? "7 a run of ours is not taken for someone else" : null;
    }

    private String promoted(World world, Run run, Plan plan) {
        if (plan.purpose() == Plan.Purpose.COOL) {
            return world.cold ? null : "13 a fleet goes when it has long been cold";
        }
        boolean all = plan.steps().stream().anyMatch(step -> step instanceof MoveTraffic move && move.percent() == 100);
        if (run.passed() < hooks && all) {
            return "promoted means that every hook passed";
        }
        return all && !world.marked ? "a promoted version is marked" : null;
    }
}
