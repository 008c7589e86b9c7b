package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.port.ListenerRule;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** A list of actions is written to change two numbers; all else must come back as it was. */
class ListenerActionsTest {

    @Test
    void onlyTheWeightsOfAForwardChange() {
        Action action = forward(forward -> forward.targetGroups(group("blue", 100), group("green", 0))
                .targetGroupStickinessConfig(
                        stickiness -> stickiness.enabled(true).durationSeconds(300)));

        Action written = ListenerActions.write(with(ListenerActions.read(action), 90, 10));

        assertThat(written.forwardConfig().targetGroups()).containsExactly(group("blue", 90), group("green", 10));
        assertThat(written.forwardConfig().targetGroupStickinessConfig())
                .isEqualTo(action.forwardConfig().targetGroupStickinessConfig());
        assertThat(written.order()).isEqualTo(2);
    }

    @Test
    void aForwardThatNamesItsOneGroupBesideNoWeightsIsRead() {
        Action action = Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn("blue")
                .build();

        assertThat(ListenerActions.read(action).groups()).containsExactly(new ListenerRule.WeightedGroup("blue", 1));
    }

    @Test
    void aGroupWithoutAWeightHasWeightOne() {
        assertThat(ListenerActions.read(forward(forward -> forward.targetGroups(TargetGroupTuple.builder()
                                .targetGroupArn("blue")
                                .build())))
                        .groups())
                .containsExactly(new ListenerRule.WeightedGroup("blue", 1));
    }

    /** Elastic Load LoadBalancingCalls refuses an action that names one group and lists several. */
    @Test
    void aForwardIsWrittenAsAListOfGroupsOnly() {
        Action action = forward(forward -> forward.targetGroups(group("blue", 1))).toBuilder()
                .targetGroupArn("blue")
                .build();

        assertThat(ListenerActions.write(with(ListenerActions.read(action), 0, 1))
                        .targetGroupArn())
                .isNull();
    }

    @Test
    void aSignInKeepsTheSecretThatIsNeverGivenOut() {
        Action action = Action.builder()
                .type(ActionTypeEnum.AUTHENTICATE_OIDC)
                .order(1)
                .authenticateOidcConfig(oidc -> oidc.clientId("shop")
                        .issuer("https://id.example")
                        .scope("openid")
                        .sessionTimeout(3600L))
                .build();

        Action written = ListenerActions.write(ListenerActions.read(action));

        assertThat(written.authenticateOidcConfig().useExistingClientSecret()).isTrue();
        assertThat(written.toBuilder()
                        .authenticateOidcConfig(written.authenticateOidcConfig().toBuilder()
                                .useExistingClientSecret(null)
                                .build())
                        .build())
                .isEqualTo(action);
    }

    @Test
    void anyOtherActionIsWrittenAsItWasRead() {
        Action redirect = Action.builder()
                .type(ActionTypeEnum.REDIRECT)
                .redirectConfig(to -> to.protocol("HTTPS").statusCode("HTTP_301"))
                .build();
        Action cognito = Action.builder()
                .type(ActionTypeEnum.AUTHENTICATE_COGNITO)
                .authenticateCognitoConfig(pool -> pool.userPoolArn("pool").userPoolClientId("client"))
                .build();
        Action unknown = Action.builder()
                .type("of-next-year")
                .order(7)
                .targetGroupArn("x")
                .build();

        assertThat(List.of(redirect, cognito, unknown))
                .allSatisfy(action -> assertThat(ListenerActions.write(ListenerActions.read(action)))
                        .isEqualTo(action));
    }

    private static Action forward(Consumer<ForwardActionConfig.Builder> config) {
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .order(2)
                .forwardConfig(config)
                .build();
    }

    private static TargetGroupTuple group(String arn, int weight) {
        return TargetGroupTuple.builder().targetGroupArn(arn).weight(weight).build();
    }

    private static ListenerRule.Action with(ListenerRule.Action action, int blue, int green) {
        return new ListenerRule.Action(
                action.type(),
                List.of(new ListenerRule.WeightedGroup("blue", blue), new ListenerRule.WeightedGroup("green", green)),
                action.rest());
    }
}
