package io.teal.constructs.internal.common;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Methods of the CDK whose name or parameter is another in another aws-cdk-lib: many take {@code IThingRef} where they
 * took {@code IThing}, and a call that is compiled for one does not link with the other.
 */
public final class AnyVersion {
    private AnyVersion() {}

    /**
     * Calls the first of {@code names} that {@code target} has and that takes {@code value}.
     *
     * @throws IllegalStateException if it has none of them
     */
    public static void call(Object target, Object value, String... names) {
        Method method = Stream.of(names)
                .flatMap(name -> found(target, value, name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(target.getClass() + " has no " + String.join(" or ", names)
                        + " that takes " + value.getClass()));
        try {
            method.invoke(target, value);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException("cannot call " + method, e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
    }

    private static Optional<Method> found(Object target, Object value, String name) {
        return Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(value))
                .findFirst();
    }
}
