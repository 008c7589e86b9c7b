package io.teal.examples;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.AuthenticateOidcOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.constructs.Construct;

/**
 * A service for members only: a web application firewall and a login at the load balancer stand before both versions,
 * and no release changes either. Its admin port is for the office alone, and every release moves it together with the
 * other.
 */
public final class LoginAndFirewall {
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";
    private static final String OFFICE = "192.0.2.0/24";
    private static final String WEB_ACL =
            "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/members/00000000-0000-0000-0000-000000000000";

    private LoginAndFirewall() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(LoginAndFirewall::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "members");
        BlueGreenService service = service(stack);
        Recipes.protect(stack, (IApplicationLoadBalancer) service.getRouter().getLoadBalancer(), WEB_ACL);
        return stack;
    }

    private static BlueGreenService service(Construct stack) {
        return BlueGreenService.Builder.create(stack, "Members")
                .serviceName("members")
                .release(ReleaseContext.of(stack, "members"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                        .application(ApplicationOptions.builder()
                                .login(LoginAndFirewall::login)
                                .alsoPort("admin", admin())
                                .build())
                        .build())
                .build();
    }

    private static TrafficOptions admin() {
        return TrafficOptions.builder()
                .applicationPort(9090)
                .application(ApplicationOptions.builder().productionPort(8443).build())
                .previewPorts(9081, 9082)
                .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                .clients(Peer.ipv4(OFFICE))
                .build();
    }

    private static ListenerAction login(ListenerAction next) {
        return ListenerAction.authenticateOidc(AuthenticateOidcOptions.builder()
                .issuer("https://id.example.com")
                .authorizationEndpoint("https://id.example.com/authorize")
                .tokenEndpoint("https://id.example.com/token")
                .userInfoEndpoint("https://id.example.com/userinfo")
                .clientId("members")
                .clientSecret(SecretValue.secretsManager("members-login"))
                .next(next)
                .build());
    }
}
