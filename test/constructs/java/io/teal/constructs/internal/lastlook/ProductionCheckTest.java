package io.teal.constructs.internal.lastlook;

import static io.teal.constructs.internal.lastlook.Hatch.PRODUCTION;
import static io.teal.constructs.internal.lastlook.Hatch.forwardToBoth;
import static io.teal.constructs.internal.lastlook.Hatch.production;
import static io.teal.constructs.internal.lastlook.Hatch.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationActionProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.AuthenticateOidcOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;

/** What an escape hatch can do to the actions of the production listener, and to other forwards to both colours. */
class ProductionCheckTest {
    private static final String LOGIN_INSTEAD = " Teal's forward to both colours, and only a login before it may stand"
            + " there; keep the forward at DefaultActions.0 and add the login behind it in the list:"
            + " addPropertyOverride(\"DefaultActions.1\", ...) with Order 1, and"
            + " addPropertyOverride(\"DefaultActions.0.Order\", 2)";

    private static final Map<String, Object> LOGIN = Map.of(
            "Type",
            "authenticate-oidc",
            "Order",
            1,
            "AuthenticateOidcConfig",
            Map.of("ClientId", "shop", "ClientSecret", "{{resolve:secretsmanager:login:SecretString:::}}"));

    @Test
    void aConstantWeightIsRefused() {
        refuses(
                service -> production(service)
                        .addPropertyOverride("DefaultActions.0.ForwardConfig.TargetGroups.0.Weight", 50),
                PRODUCTION
                        + ": DefaultActions gives blue the weight 50, and each deploy would write it over the one that"
                        + " Shift has moved traffic to; leave weights to Teal: candidatePercent and the strategy say"
                        + " how traffic is shared");
    }

    @Test
    void weightsTheOtherWayRoundAreRefused() {
        assertThat(Hatch.lines(service -> {
                    CfnResource shift = service.getCutover().getShift();
                    production(service)
                            .addPropertyOverride(
                                    "DefaultActions.0.ForwardConfig.TargetGroups.0.Weight",
                                    shift.getAtt("GreenWeight"));
                    production(service)
                            .addPropertyOverride(
                                    "DefaultActions.0.ForwardConfig.TargetGroups.1.Weight", shift.getAtt("BlueWeight"));
                }))
                .hasSize(2);
    }

    /** C4, the second. */
    @Test
    void actionsWithConstantWeightsAreRefused() {
        assertThat(Hatch.lines(
                        service -> production(service).addPropertyOverride("DefaultActions", forwardToBoth(service))))
                .hasSize(2)
                .allMatch(line -> line.contains("the weight 50"));
    }

    @Test
    void actionsWithoutAForwardToBothAreRefused() {
        refuses(
                service -> production(service)
                        .addPropertyOverride(
                                "DefaultActions",
                                List.of(Map.of(
                                        "Type",
                                        "forward",
                                        "TargetGroupArn",
                                        Hatch.targets(service, Color.BLUE).getRef()))),
                PRODUCTION
                        + ": DefaultActions has no forward to both colours, and Shift moves the weights of one; leave"
                        + " the action that Teal has written");
    }

    @Test
    void twoForwardsInOneListAreRefused() {
        refuses(
                service -> production(service)
                        .addPropertyOverride(
                                "DefaultActions.1", forwardToBoth(service).get(0)),
                PRODUCTION
                        + ": DefaultActions has several forwards to both colours, and Shift moves the weights of one;"
                        + " leave the action that Teal has written");
    }

    /** C4, the first: the CDK puts the login before Teal's forward in the list. */
    @Test
    void aLoginByTheListenersOwnMethodIsRefusedWithTheWayThatWorks() {
        refuses(
                service -> listener(service)
                        .addAction(
                                "Login",
                                AddApplicationActionProps.builder()
                                        .action(login(service))
                                        .build()),
                PRODUCTION + ": DefaultActions.0 is authenticate-oidc, with the weights of Teal's forward, beside"
                        + LOGIN_INSTEAD);
    }

    /** C4, the third. */
    @Test
    void aLoginBehindTheForwardInTheListIsAllowed() {
        // Given
        BlueGreenService service = SampleService.both().service();
        production(service).addPropertyOverride("DefaultActions.1", LOGIN);
        production(service).addPropertyOverride("DefaultActions.0.Order", 2);
        // When
        SynthTemplate template = SynthTemplate.of(service);
        // Then
        assertThat(template.property("OrdersTrafficLoadBalancerProduction", "DefaultActions", 0, "Order"))
                .isEqualTo(2);
        assertThat(template.property("OrdersTrafficLoadBalancerProduction", "DefaultActions", 0, "ForwardConfig")
                        .toString())
                .contains("BlueWeight", "GreenWeight");
    }

    @Test
    void aLoginAfterTheForwardIsRefused() {
        refuses(
                service -> production(service).addPropertyOverride("DefaultActions.1", LOGIN),
                PRODUCTION + ": DefaultActions.1 is authenticate-oidc after" + LOGIN_INSTEAD);
    }

    @Test
    void stickinessOfTheActionIsRefused() {
        refuses(
                service -> production(service)
                        .addPropertyOverride(
                                "DefaultActions.0.ForwardConfig.TargetGroupStickinessConfig",
                                Map.of("Enabled", true, "DurationSeconds", 3600)),
                PRODUCTION
                        + ": DefaultActions keeps clients on their target group for 3600 seconds, and Teal counts on 0:"
                        + " a colour would be retired that still has some; leave TargetGroupStickinessConfig to"
                        + " ApplicationOptions.stickToVersion or stickToHost");
    }

    /** C2. */
    @Test
    void aSecondRuleToBothColorsIsRefused() {
        refuses(
                service -> listener(service)
                        .addAction(
                                "Admin",
                                AddApplicationActionProps.builder()
                                        .priority(10)
                                        .conditions(List.of(ListenerCondition.pathPatterns(List.of("/admin"))))
                                        .action(both(service))
                                        .build()),
                PRODUCTION + "/AdminRule: forwards to both colours of orders, and Shift moves the weights of "
                        + PRODUCTION + " only; forward to one colour, or make it another service");
    }

    /** C2. */
    @Test
    void aSecondListenerToBothColorsIsRefused() {
        refuses(
                service -> CfnResource.Builder.create(Stack.of(service), "Internal")
                        .type("AWS::ElasticLoadBalancingV2::Listener")
                        .properties(Map.of("DefaultActions", forwardToBoth(service)))
                        .build(),
                "shop/Internal: forwards to both colours of orders, and Shift moves the weights of " + PRODUCTION
                        + " only; forward to one colour, or make it another service");
    }

    @Test
    void aRuleToOneColorIsAllowed() {
        assertThat(Hatch.lines(service -> listener(service)
                        .addAction(
                                "Admin",
                                AddApplicationActionProps.builder()
                                        .priority(10)
                                        .conditions(List.of(ListenerCondition.pathPatterns(List.of("/admin"))))
                                        .action(ListenerAction.forward(List.of(group(service, Color.BLUE))))
                                        .build())))
                .isEmpty();
    }

    private static ApplicationListener listener(BlueGreenService service) {
        return (ApplicationListener)
                service.getRouter().getLoadBalancer().getNode().findChild("Production");
    }

    private static ListenerAction login(BlueGreenService service) {
        return ListenerAction.authenticateOidc(AuthenticateOidcOptions.builder()
                .clientId("shop")
                .clientSecret(SecretValue.secretsManager("login"))
                .authorizationEndpoint("https://login.example.com/authorize")
                .tokenEndpoint("https://login.example.com/token")
                .userInfoEndpoint("https://login.example.com/me")
                .issuer("https://login.example.com")
                .next(both(service))
                .build());
    }

    private static ListenerAction both(BlueGreenService service) {
        return ListenerAction.weightedForward(List.of(
                WeightedTargetGroup.builder()
                        .targetGroup(group(service, Color.BLUE))
                        .weight(1)
                        .build(),
                WeightedTargetGroup.builder()
                        .targetGroup(group(service, Color.GREEN))
                        .weight(0)
                        .build()));
    }

    private static ApplicationTargetGroup group(BlueGreenService service, Color color) {
        return (ApplicationTargetGroup) service.getRouter().getTargetGroup(color);
    }
}
