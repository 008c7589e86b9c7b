package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.FleetSchedule;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;

/** What teams add to a service; each is shown in docs/recipes.md. */
public final class Recipes {
    private Recipes() {}

    // docs:begin alarm
    /** Failed payments stop a release, and send traffic back. */
    public static CutoverOptions stoppedBy(Stack stack) {
        Alarm payments = Alarm.Builder.create(stack, "FailedPayments")
                .metric(Metric.Builder.create()
                        .namespace("Shop")
                        .metricName("FailedPayments")
                        .period(Duration.seconds(10))
                        .build())
                .threshold(5)
                .evaluationPeriods(2)
                .build();
        return CutoverOptions.builder().alarms(payments).build();
    }
    // docs:end

    // docs:begin sns
    /** A mail when one of Teal's alarms of a colour goes off. */
    public static void tell(BlueGreenService service, ITopic topic) {
        for (Color color : Color.values()) {
            service.getCutover().getAlarms(color).forEach(alarm -> alarm.addAlarmAction(new SnsAction(topic)));
        }
    }
    // docs:end

    // docs:begin dashboard
    /** Both colours side by side, and a graph of the team's own below. */
    public static Dashboard dashboard(BlueGreenService service) {
        Dashboard dashboard = service.dashboard();
        dashboard.addWidgets(GraphWidget.Builder.create()
                .title("failed payments")
                .left(List.of(Metric.Builder.create()
                        .namespace("Shop")
                        .metricName("FailedPayments")
                        .build()))
                .build());
        return dashboard;
    }
    // docs:end

    // docs:begin waf
    /** A web ACL in front of both colours. */
    public static void protect(Stack stack, IApplicationLoadBalancer balancer, String webAclArn) {
        CfnWebACLAssociation.Builder.create(stack, "Firewall")
                .resourceArn(balancer.getLoadBalancerArn())
                .webAclArn(webAclArn)
                .build();
    }
    // docs:end

    // docs:begin security-group
    /** The hosts are in a security group of yours too, which the database admits. */
    public static FleetOptions admitted(Stack stack, IVpc vpc, SecurityGroup database) {
        SecurityGroup application =
                SecurityGroup.Builder.create(stack, "Application").vpc(vpc).build();
        database.addIngressRule(application, Port.tcp(5432));
        return FleetOptions.builder().securityGroups(application).build();
    }
    // docs:end

    // docs:begin office-hours
    /** Hosts from seven to eight on weekdays, and none at night and on weekends. */
    public static FleetSchedule[] officeHours() {
        return new FleetSchedule[] {
            FleetSchedule.at("Morning", Schedule.expression("0 7 * * 1-5"), 2).in("Europe/Berlin"),
            FleetSchedule.at("Night", Schedule.expression("0 20 * * 1-5"), 0).in("Europe/Berlin")
        };
    }
    // docs:end

    // docs:begin secret
    /** The hosts of both colours may read a secret; user data or the service fetches it. */
    public static void mayRead(BlueGreenService service, ISecret password) {
        password.grantRead(service.getRole());
    }
    // docs:end

    // docs:begin efs
    /** A file system that both colours mount: no host starts before the mount targets are there. */
    public static void mounts(BlueGreenService service, FileSystem files) {
        files.getConnections().allowDefaultPortFrom(service);
        service.getNode().addDependency(files.getMountTargetsAvailable());
    }
    // docs:end

    // docs:begin tune
    /**
     * Health checks, balancing and the load balancer's own settings, by the CDK's methods: the same for both colours.
     */
    public static void tune(BlueGreenService service) {
        ApplicationLoadBalancer balancer =
                (ApplicationLoadBalancer) service.getRouter().getLoadBalancer();
        balancer.setAttribute("idle_timeout.timeout_seconds", "120");
        balancer.setAttribute("routing.http.desync_mitigation_mode", "strictest");
        for (Color color : Color.values()) {
            ApplicationTargetGroup targets =
                    (ApplicationTargetGroup) service.getRouter().getTargetGroup(color);
            targets.configureHealthCheck(HealthCheck.builder()
                    .path("/ready")
                    .interval(Duration.seconds(15))
                    .timeout(Duration.seconds(10))
                    .healthyThresholdCount(3)
                    .unhealthyThresholdCount(3)
                    .healthyHttpCodes("200-299")
                    .build());
            targets.setAttribute("slow_start.duration_seconds", "60");
            targets.setAttribute("load_balancing.cross_zone.enabled", "true");
        }
    }
    // docs:end

    // docs:begin mutual-tls
    /** Clients show a certificate; what the trust store does not know is refused. Wakes Preflight and Shift. */
    public static void mutualTls(BlueGreenService service, String trustStoreArn) {
        service.getRouter()
                .getProduction()
                .addPropertyOverride("MutualAuthentication", Map.of("Mode", "verify", "TrustStoreArn", trustStoreArn));
    }
    // docs:end
}
