package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.traffic.ExistingListenerSettings;
import io.teal.release.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * What the function may do: it changes this service's resources only, and reads no others where AWS can scope the call.
 *
 * <p>Names by pattern, not references: the function must be there before the fleets and the production listener, so a
 * reference to one would close a dependency cycle.
 */
final class Permissions {
    static final String ALL = "*";
    private static final String MODIFY_LISTENER = "elasticloadbalancing:ModifyListener";

    private final Construct scope;
    private final CutoverProps props;
    private final String machine;

    Permissions(Construct scope, CutoverProps props) {
        this.scope = scope;
        this.props = props;
        this.machine = CutoverConstruct.stateMachineName(scope, props.serviceName());
    }

    /** What the function and its machine are made of, with these permissions. */
    Machinery.Job job() {
        return new Machinery.Job(
                machine,
                "Teal: Preflight and Shift of " + props.serviceName(),
                statements(),
                Stream.concat(props.options().hooks().values().stream(), props.options().probe().stream())
                        .distinct()
                        .map(IFunction::getFunctionArn)
                        .toList(),
                props.options().notices());
    }

    private List<PolicyStatement> statements() {
        List<PolicyStatement> statements = new ArrayList<>(service());
        CutoverFleets fleets = props.fleets();
        fleets.installations().values().stream()
                .findFirst()
                .ifPresent(one ->
                        statements.addAll(new InstallPermissions(scope, fleets.groupNames(scope), fleets.versionTags())
                                .statements(one.installation())));
        return statements;
    }

    private List<PolicyStatement> service() {
        RunPermissions run = new RunPermissions(scope, machine);
        List<PolicyStatement> statements = new ArrayList<>(List.of(run.stack()));
        statements.addAll(weights());
        statements.addAll(login());
        statements.add(allow(groups(), "autoscaling:SetDesiredCapacity"));
        statements.add(withTags(
                allow(groups(), "autoscaling:CreateOrUpdateTags"),
                props.fleets().promotedTags()));
        statements.add(run.start());
        statements.addAll(run.earlierRuns());
        statements.add(RunPermissions.reads(reads()));
        return statements;
    }

    private List<String> reads() {
        List<String> reads = new ArrayList<>(List.of(
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeTargetHealth",
                "cloudwatch:GetMetricData"));
        if (!props.fleets().installations().isEmpty()) {
            reads.add(RunPermissions.HOST_TAGS);
        }
        if (!props.router().isNetwork()) {
            reads.add("elasticloadbalancing:DescribeRules");
        }
        return reads;
    }

    private List<PolicyStatement> weights() {
        return props.traffic()
                .existingListener()
                .map(existing -> List.of(ownRule(existing)))
                .orElseGet(this::ownListeners);
    }

    /**
     * Elastic Load Balancing asks for the right to read the client of a user pool from whoever writes an action that
     * logs in there: <a
     * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">Authenticate
     * users</a>, "Prepare to use Amazon Cognito".
     */
    private List<PolicyStatement> login() {
        List<String> pools = props.router().getPorts().stream()
                .flatMap(port -> port.userPools().stream())
                .distinct()
                .toList();
        return pools.isEmpty() ? List.of() : List.of(allow(pools, "cognito-idp:DescribeUserPoolClient"));
    }

    /** Others have rules on the same listener: only the one with the service's tag. */
    private PolicyStatement ownRule(ExistingListenerSettings existing) {
        String listener =
                Fn.select(1, Fn.split(":listener/", existing.listener().getListenerArn()));
        return PolicyStatement.Builder.create()
                .actions(List.of("elasticloadbalancing:ModifyRule"))
                .resources(List.of(balancing(List.of("listener-rule/", listener, "/*"))))
                .conditions(Map.of("StringEquals", Map.of("aws:ResourceTag/" + Contract.RULE_TAG, machine)))
                .build();
    }

    /**
     * The production listener can only be named by its load balancer, {@code listener/app/<name>/<id>/*}: it waits for
     * the function. The previews do not, and are taken out by name.
     */
    private List<PolicyStatement> ownListeners() {
        String all = balancing(List.of("listener/", props.router().getLoadBalancerFullName(), "/*"));
        PolicyStatement previews = allow(
                props.router().getPorts().stream()
                        .flatMap(port -> port.bothPreviews().stream())
                        .map(CfnResource::getRef)
                        .toList(),
                MODIFY_LISTENER);
        previews.setEffect(Effect.DENY);
        return List.of(allow(List.of(all), MODIFY_LISTENER), previews);
    }

    private String balancing(List<String> resource) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("elasticloadbalancing")
                        .resource(Fn.join("", resource))
                        .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                        .build());
    }

    private List<String> groups() {
        return props.fleets().groupNames(scope).stream()
                .map(name -> arn(scope, "autoscaling", "autoScalingGroup", "*:autoScalingGroupName/" + name))
                .toList();
    }

    /** An ARN of the stack's account and region whose name follows {@code resource} after a colon. */
    static String arn(Construct scope, String service, String resource, String name) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service(service)
                        .resource(resource)
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    /** {@code tagging}, for tags with these keys: without the second condition a call that names none would pass. */
    static PolicyStatement withTags(PolicyStatement tagging, List<String> keys) {
        tagging.addCondition("ForAllValues:StringEquals", Map.of("aws:TagKeys", keys));
        tagging.addCondition("Null", Map.of("aws:TagKeys", "false"));
        return tagging;
    }

    static PolicyStatement allow(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .build();
    }

    /**
     * Permissions stand in the role itself: a separate policy could be created after the first call, or deleted before
     * the last.
     */
    static Role role(Construct scope, String id, String service, List<PolicyStatement> statements) {
        return Role.Builder.create(scope, id)
                .assumedBy(new ServicePrincipal(service))
                .inlinePolicies(Map.of(
                        "Teal",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }
}
