package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.traffic.ExistingListenerSettings;
import io.teal.release.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
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
                Stream.of(props.options().hook(), props.options().probe())
                        .flatMap(Optional::stream)
                        .map(IFunction::getFunctionArn)
                        .toList());
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
        List<PolicyStatement> statements = new ArrayList<>(List.of(
                run.stack(),
                weights(),
                allow(groups(), "autoscaling:SetDesiredCapacity", "autoscaling:CreateOrUpdateTags")));
        statements.addAll(run.executions());
        statements.add(run.reads());
        return statements;
    }

    private PolicyStatement weights() {
        return props.traffic()
                .existingListener()
                .map(this::ownRule)
                .orElseGet(() ->
                        allow(listeners(), "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"));
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

    /** Every listener and rule of the service's load balancer: {@code listener/app/<name>/<id>/*}. */
    private List<String> listeners() {
        String balancer = props.router().getLoadBalancerFullName();
        return Stream.of("listener/", "listener-rule/")
                .map(kind -> balancing(List.of(kind, balancer, "/*")))
                .toList();
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

    static PolicyStatement allow(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .build();
    }
}
