package io.teal.release.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObstacleCodesTest {
    private static Obstacle.Kind kind(String code) {
        return new AwsException(code, "a call", null).obstacle().kind();
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, PASSING",
        "Throttling, PASSING",
        "RequestLimitExceeded, PASSING",
        "TooManyRequestsException, PASSING",
        "InternalFailure, PASSING",
        "ServiceUnavailable, PASSING",
        "Http503, PASSING",
        "Unanswered, PASSING",
        "InvalidNextToken, PASSING",
        "Ambiguous, LASTING",
        "AccessDenied, LASTING",
        "AccessDeniedException, LASTING",
        "TargetGroupNotFound, LASTING",
        "DeploymentGroupDoesNotExistException, LASTING",
        "ValidationError, LASTING",
        "InvalidConfigurationRequest, LASTING",
        "TargetGroupAssociationLimit, LASTING",
        "TooManyActions, LASTING",
        "DeploymentLimitExceededException, SOMEONE_ELSES",
        "ScalingActivityInProgress, SOMEONE_ELSES",
        "ExecutionAlreadyExists, SOMEONE_ELSES",
        "SomethingNew, PASSING",
    })
    void aCodeHasOneKind(String code, Obstacle.Kind kind) {
        assertThat(kind(code)).isEqualTo(kind);
    }

    @Test
    void whatMayBeNewIsNoLastingObstacleForAMinute() {
        Duration before = Duration.ofSeconds(59);
        assertThat(Obstacle.of("AccessDenied").lasts(before)).isFalse();
        assertThat(Obstacle.of("AccessDenied").lasts(Duration.ofMinutes(1))).isTrue();
        assertThat(Obstacle.of("Ambiguous").lasts(Duration.ZERO)).isTrue();
        assertThat(Obstacle.of("Throttling").lasts(Duration.ofHours(1))).isFalse();
        assertThat(Obstacle.of("ScalingActivityInProgress").lasts(Duration.ofHours(1)))
                .isFalse();
    }

    @Test
    void aLineSaysWhatFailedAndWhatToDo() {
        assertThat(new AwsException("AccessDenied", "DescribeRules: not authorized", null).line())
                .startsWith("DescribeRules: not authorized; let the role of the release function make this call");
    }
}
