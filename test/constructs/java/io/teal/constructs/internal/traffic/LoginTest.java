package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.AuthenticateOidcOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.actions.AuthenticateCognitoAction;

/** A login before Teal's forward. */
class LoginTest {
    private static final String PRODUCTION = "OrdersTrafficLoadBalancerProduction";
    private static final String POOL = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_orders";

    private static ListenerAction oidc(ListenerAction next) {
        return ListenerAction.authenticateOidc(AuthenticateOidcOptions.builder()
                .issuer("https://id.example.com")
                .authorizationEndpoint("https://id.example.com/authorize")
                .tokenEndpoint("https://id.example.com/token")
                .userInfoEndpoint("https://id.example.com/userinfo")
                .clientId("orders")
                .clientSecret(SecretValue.secretsManager("login"))
                .next(next)
                .build());
    }

    private static ListenerAction cognito(Stack stack, IUserPool pool, ListenerAction next) {
        return AuthenticateCognitoAction.Builder.create()
                .userPool(pool)
                .userPoolClient(UserPoolClient.fromUserPoolClientId(stack, "Client", "orders"))
                .userPoolDomain(UserPoolDomain.fromDomainName(stack, "Domain", "orders"))
                .next(next)
                .build();
    }

    private static TrafficOptions.Builder traffic() {
        return traffic(LoginTest::oidc);
    }

    private static TrafficOptions.Builder traffic(UnaryOperator<ListenerAction> login) {
        return TrafficOptions.builder()
                .certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE))
                .application(ApplicationOptions.builder()
                        .login(login)
                        .candidateByHeader("X-Group", "beta")
                        .build());
    }

    private static SynthTemplate synth() {
        Release rests = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .rest(5);
        return SampleService.of(rests)
                .with((stack, props) -> props.traffic(traffic().build()))
                .synth();
    }

    @Test
    void standsBeforeTheForwardWhoseWeightsAreShifts() {
        SynthTemplate template = synth();
        assertThat(template.property(PRODUCTION, "DefaultActions", 0, "Type")).isEqualTo("authenticate-oidc");
        assertThat(template.property(PRODUCTION, "DefaultActions", 0).toString())
                .doesNotContain("Weight");
        Object groups = template.property(PRODUCTION, "DefaultActions", 1, "ForwardConfig", "TargetGroups");
        assertThat(groups.toString()).contains("BlueWeight", "GreenWeight");
    }

    @Test
    void standsBeforeWhatTheCandidateGetsButNotBeforePreviews() {
        SynthTemplate template = synth();
        assertThat(template.property("OrdersTrafficCandidate", "Actions", 0, "Type"))
                .isEqualTo("authenticate-oidc");
        assertThat(template.properties("OrdersTrafficLoadBalancerGreenPreview").toString())
                .doesNotContain("authenticate");
    }

    @Test
    void theLoadBalancerReachesTheIdentityProvider() {
        assertThat(synth().properties("OrdersTrafficSecurityGroup").get("SecurityGroupEgress"))
                .asString()
                .contains("ToPort=443", "0.0.0.0/0");
    }

    /** They would write a list of actions without it. */
    @Test
    void thereAreNoCommandsThatWouldDropIt() {
        assertThat(synth().outputs().keySet()).noneMatch(name -> name.contains("RollbackTo"));
    }

    /** The secret is not in the map of the custom resources. */
    @Test
    void preflightIsToldOfItWithoutItsSecret() {
        assertThat(synth().property("OrdersCutoverPreflight", "Production").toString())
                .contains("authenticate-oidc", "ClientSecret=sha256 ")
                .doesNotContain("resolve:secretsmanager:login");
    }

    /** Else AWS refuses every write of weights: whoever writes the action must be allowed to read the pool's client. */
    @Test
    void ofCognitoTheFunctionMayReadTheClientOfThePool() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.traffic(
                        traffic(next -> cognito(stack, UserPool.fromUserPoolArn(stack, "Pool", POOL), next))
                                .build()))
                .synth();
        assertThat(template.property(PRODUCTION, "DefaultActions", 0, "Type")).isEqualTo("authenticate-cognito");
        assertThat(template.property(PRODUCTION, "DefaultActions", 1).toString())
                .contains("BlueWeight", "GreenWeight");
        assertThat(template.properties("OrdersCutoverMachineryFunctionRole").toString())
                .contains("{Action=cognito-idp:DescribeUserPoolClient, Effect=Allow, Resource=" + POOL + "}");
        assertThat(synth().properties("OrdersCutoverMachineryFunctionRole").toString())
                .doesNotContain("cognito");
    }

    /** Resolved too early, the ARN would name a resource that this stack does not have. */
    @Test
    void aPoolOfAnotherStackIsImported() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> {
                    Stack users = new Stack((App) stack.getNode().getRoot(), "users");
                    UserPool pool = new UserPool(users, "Pool");
                    props.traffic(traffic(next -> cognito(stack, pool, next)).build());
                })
                .synth();
        assertThat(template.properties("OrdersCutoverMachineryFunctionRole").toString())
                .containsPattern(
                        "Action=cognito-idp:DescribeUserPoolClient, Effect=Allow, Resource=\\{Fn::ImportValue");
    }

    @Test
    void standsBeforeARuleOnAnExistingListener() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.traffic(TrafficOptions.builder()
                        .existingListener(SampleService.existingListener(stack).build())
                        .application(ApplicationOptions.builder()
                                .login(LoginTest::oidc)
                                .build())
                        .build()))
                .synth();
        assertThat(((List<?>) template.property("OrdersTrafficProduction", "Actions"))
                        .stream().map(action -> (Object) ((Map<?, ?>) action).get("Type")))
                .containsExactly("authenticate-oidc", "forward");
        assertThat(template.property("OrdersTrafficProduction", "Actions", 1).toString())
                .contains("BlueWeight");
    }

    @Test
    void withoutACertificateItIsRefused() {
        refuses(
                () -> traffic().certificates().build(),
                "login needs HTTPS, and the service has no certificate; give certificates");
    }

    @Test
    void withGrpcItIsRefused() {
        refuses(
                () -> ApplicationOptions.builder()
                        .login(LoginTest::oidc)
                        .protocol(ApplicationProtocolVersion.GRPC)
                        .build(),
                "login redirects to a page, and gRPC clients follow none");
    }

    private static void refuses(Runnable make, String line) {
        assertThatThrownBy(make::run)
                .isInstanceOf(InvalidValueException.class)
                .asString()
                .contains(line);
    }
}
