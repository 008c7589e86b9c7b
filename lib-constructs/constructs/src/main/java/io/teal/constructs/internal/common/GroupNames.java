package io.teal.constructs.internal.common;

import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** The names of Auto Scaling groups in an app: two of one name in one account and region fail the deploy half-way. */
public final class GroupNames {
    private static final Map<IConstruct, Map<String, Owner>> BY_APP = new WeakHashMap<>();
    private static final Remembered<String> STACK_NAMES =
            new Remembered<>(scope -> Stack.of(scope).getStackName());

    private GroupNames() {}

    /** The name of a service's group, {@code <stack>-<service>}; a colour's has {@code -<color>} behind it. */
    public static String of(Construct scope, String serviceName) {
        return Contract.groupName(STACK_NAMES.of(scope), serviceName);
    }

    /**
     * Takes {@code name} for {@code construct} and what is in it.
     *
     * @throws InvalidValueException if another construct has taken it
     */
    public static synchronized void take(Construct construct, String name) {
        Stack stack = Stack.of(construct);
        Owner owner = new Owner(construct.getNode().getPath(), stack.getNode().getPath(), stack.getStackName());
        Owner earlier = BY_APP.computeIfAbsent(construct.getNode().getRoot(), app -> new HashMap<>())
                .putIfAbsent(stack.getEnvironment() + "/" + name, owner);
        if (earlier != null && !owner.isIn(earlier) && !owner.isApartFrom(earlier)) {
            throw new InvalidValueException(
                    "serviceName makes Auto Scaling group '" + name + "' of both " + earlier.path + " and "
                            + owner.path,
                    "give one of the services or stacks another name");
        }
    }

    /** Paths and names only: a reference to a construct would keep its app in memory. */
    private record Owner(String path, String stack, String stackName) {
        boolean isIn(Owner outer) {
            return (path + "/").startsWith(outer.path + "/");
        }

        /** Two stacks of one name are never in one account and region, also where neither says where it is. */
        boolean isApartFrom(Owner other) {
            return !stack.equals(other.stack) && stackName.equals(other.stackName);
        }
    }
}
