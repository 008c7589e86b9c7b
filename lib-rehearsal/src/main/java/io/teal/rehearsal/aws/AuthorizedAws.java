package io.teal.rehearsal.aws;

import io.teal.rehearsal.aws.iam.RoleRights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The port as a role may use it: a call that its policies do not allow fails as on AWS. */
public final class AuthorizedAws {
    private static final String MODIFY = "modifyActions";

    /** What each call of the port asks IAM for; those of CodeDeploy and of a listener's actions are not here. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("describeStackStatus", "cloudformation:DescribeStacks"),
            Map.entry("describeStack", "cloudformation:DescribeStacks"),
            Map.entry("describeListeners", "elasticloadbalancing:DescribeListeners"),
            // Those of a Network Load Balancer's listener are read with it.
            Map.entry("describeRules", "elasticloadbalancing:DescribeRules|elasticloadbalancing:DescribeListeners"),
            Map.entry("describeTargetHealth", "elasticloadbalancing:DescribeTargetHealth"),
            Map.entry("describeAutoScalingGroup", "autoscaling:DescribeAutoScalingGroups"),
            Map.entry("describeAutoScalingGroups", "autoscaling:DescribeAutoScalingGroups"),
            Map.entry("describeScalingActivities", "autoscaling:DescribeScalingActivities"),
            Map.entry("setDesiredCapacity", "autoscaling:SetDesiredCapacity"),
            Map.entry("createOrUpdateTag", "autoscaling:CreateOrUpdateTags"),
            Map.entry("describeHostTags", "tag:GetResources"),
            Map.entry("tagResources", "tag:TagResources"),
            Map.entry("describeAlarms", "cloudwatch:DescribeAlarms"),
            Map.entry("getMetricSum", "cloudwatch:GetMetricData"),
            Map.entry("startExecution", "states:StartExecution"),
            Map.entry("listExecutions", "states:ListExecutions"),
            Map.entry("describeExecutionOutput", "states:DescribeExecution"),
            Map.entry("stopExecution", "states:StopExecution"));

    private final Aws aws;
    private volatile Optional<RoleRights> rights = Optional.empty();

    /** Before anything is known of the role, it may do everything. */
    public AuthorizedAws(Aws aws) {
        this.aws = aws;
    }

    /** What the role may do from now on; empty if that is not known. */
    public void may(Optional<RoleRights> known) {
        rights = known;
    }

    /** The port. */
    public Aws port() {
        return (Aws) Proxy.newProxyInstance(
                Aws.class.getClassLoader(),
                new Class<?>[] {Aws.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        require(action(method.getName(), arguments), called(method.getName(), arguments));
        try {
            return method.invoke(aws, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** A listener's default rule is changed with the listener. */
    private static String action(String method, Object... arguments) {
        if (method.equals(MODIFY)) {
            return "elasticloadbalancing:Modify" + (((ListenerRule) arguments[0]).isDefault() ? "Listener" : "Rule");
        }
        return ACTIONS.getOrDefault(method, "");
    }

    /** The names of what a call changes; none if it changes nothing, or not by name. */
    private static List<String> called(String method, Object... arguments) {
        return switch (method) {
            case MODIFY -> List.of(((ListenerRule) arguments[0]).arn());
            case "setDesiredCapacity", "createOrUpdateTag" -> List.of(arguments[0].toString());
            default -> List.of();
        };
    }

    /** Requires one of {@code actions}, which are separated by bars, on {@code called}; nothing if there is none. */
    private void require(String actions, List<String> called) {
        if (actions.isEmpty() || rights.isEmpty()) {
            return;
        }
        RoleRights known = rights.get();
        boolean allowed = Stream.of(actions.split("\\|"))
                .anyMatch(action -> called.isEmpty() ? known.allows(action) : known.allows(action, called));
        if (!allowed) {
            String on = called.isEmpty() ? "" : " on " + String.join(", ", called);
            throw new AwsException("AccessDenied", actions + " is not allowed" + on, null);
        }
    }
}
