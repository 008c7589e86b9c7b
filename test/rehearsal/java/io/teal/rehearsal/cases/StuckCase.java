package io.teal.rehearsal.cases;

import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import java.util.Optional;
import java.util.function.Consumer;

/** Every case in which a stack ends in {@code UPDATE_ROLLBACK_FAILED}: what happens, and what a person does then. */
enum StuckCase {
    HOME_IS_DEAD(
            "After traffic has moved, every host of the colour that it would return to is lost, and Auto Scaling can launch none before"
                    + " the rollback's hour is over",
            "find out why no host starts (`bin/teal status`); then `aws cloudformation continue-update-rollback`",
            "StuckTest",
            world -> {
                for (int host = 0; host < 6; host++) {
                    world.hazards().crash(Color.BLUE);
                }
                world.hazards().noLaunches(Color.BLUE, 3 * 3600);
            }),
    SOMETHING_IS_IN_THE_WAY(
            "After traffic has moved, something keeps Teal from reading or writing the weights for an hour: a second rule that"
                    + " forwards to both colours, a right that is taken away",
            "remove it (the reason names it); then continue",
            "StuckTest",
            world -> world.listeners().secondRule(true)),
    NO_RUN_CAN_BEGIN(
            "After traffic has moved, no run can be started for CloudFormation's request: Lambda delivers it three times within"
                    + " three minutes, and each time the call is refused",
            "repair what the function's log names; return traffic (`bin/teal rollback`); then continue",
            "StuckTest",
            world -> world.faults().percent(0, 100)),
    THE_FUNCTION_IS_DOWN(
            "After traffic has moved, the function cannot run: Lambda keeps CloudFormation's request for five minutes, then it is lost",
            "return traffic by the weights (the outputs have the command); then continue",
            "StuckTest",
            world -> world.faults().down(600)),
    NOT_INSTALLED_BACK(
            "In place: CodeDeploy cannot install the version before on every host",
            "repair the hosts that the reason names; then continue",
            "InPlaceTest.aWayBackThatCannotInstallIsHeardOf",
            null),
    REFRESH_BACK(
            "Rolling: hosts of the version before cannot be launched for an hour",
            "find out why no host starts; then continue",
            "RefreshTest, VirtualRefreshTest.hostsThatAreNotHealthyWithinAnHourFailItAndTheOldOnesStay",
            null),
    ALARMS_OF_AN_OLDER_TEAL(
            "Rolling: the template that the stack returns to is an older Teal's, with alarms in the update policy, and one of them is in"
                    + " `ALARM`",
            "`aws cloudwatch set-alarm-state` to `OK`; then continue",
            "RollingUpgradeTest.aReleaseThatIsTheUpgradeGoesBackByTheOldPolicyAndFailsToo",
            null);

    final String what;
    final String todo;
    final String shown;
    private final Consumer<World> happens;

    StuckCase(String what, String todo, String shown, Consumer<World> happens) {
        this.what = what;
        this.todo = todo;
        this.shown = shown;
        this.happens = happens;
    }

    /** What happens in a world; empty if another test shows it. */
    Optional<Consumer<World>> happens() {
        return Optional.ofNullable(happens);
    }
}
