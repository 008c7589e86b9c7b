package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition of the machine that ends a rolling release when an alarm goes off, run for real. */
@NeedsInstalled("test/runtime/js/node_modules")
class TurnBackMachineTest {
    private static final String UPDATED = "UPDATE_IN_PROGRESS";
    private static final String TURNED = "UPDATE_ROLLBACK_IN_PROGRESS";
    private static final String REFRESH = "Cancel the refresh {AutoScalingGroupName=shop-orders}";
    private static final String UPDATE =
            "Cancel the update {StackName=arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1}";

    private StackServer aws;
    private Interpreter interpreter;

    @BeforeEach
    void begin() throws IOException {
        aws = new StackServer();
        interpreter = new Interpreter("turn-back.asl.json", aws.uri());
    }

    @AfterEach
    void end() {
        interpreter.close();
        aws.close();
    }

    private void goesOff() {
        assertThat(interpreter.run(Map.of("detail", Map.of("alarmName", "errors"))))
                .containsKey("output");
    }

    @Test
    void theDefinitionIsValid() {
        assertThat(interpreter.validity()).containsEntry("valid", true).containsEntry("errors", "");
    }

    @Test
    void theRefreshOfAnUpdateIsEndedOnceAndTheRestIsCloudFormations() {
        aws.then(UPDATED, 10).then(TURNED, 10);
        goesOff();
        assertThat(aws.asked).containsExactly(REFRESH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_COMPLETE",
                "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                TURNED,
                "UPDATE_ROLLBACK_FAILED",
                "CREATE_IN_PROGRESS",
                "DELETE_IN_PROGRESS"
            })
    void nothingIsEndedUnlessTheStackIsUpdatedTheWayBackLeastOfAll(String status) {
        aws.then(status, 10);
        goesOff();
        assertThat(aws.asked).isEmpty();
    }

    @Test
    void anAlarmThatGoesOffBeforeTheRefreshBeginsEndsItWhenItHasBegun() {
        aws.withoutARefresh().withoutARefresh();
        aws.then(UPDATED, 10).then(UPDATED, 10).then(UPDATED, 10).then(TURNED, 10);
        goesOff();
        assertThat(aws.asked).containsExactly(REFRESH, REFRESH, REFRESH);
    }

    @Test
    void theNextUpdateIsNotEndedForAnAlarmOfTheOneBefore() {
        aws.withoutARefresh().then(UPDATED, 10).then(UPDATED, 11);
        goesOff();
        assertThat(aws.asked).containsExactly(REFRESH);
    }

    @Test
    void aStackThatCannotBeReadIsReadAgain() {
        aws.thenThrottled().then(UPDATED, 10).thenThrottled().then(TURNED, 10);
        goesOff();
        assertThat(aws.asked).containsExactly(REFRESH);
    }

    @Test
    void anUpdateThatGoesOnWithoutItsRefreshIsCancelled() {
        aws.then(UPDATED, 10).then(UPDATED, 10);
        goesOff();
        assertThat(aws.asked).containsExactly(REFRESH, UPDATE);
    }
}
