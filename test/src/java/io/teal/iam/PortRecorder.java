package io.teal.iam;

import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Notes every call of the port, once for each method and arguments but times: the latest. */
final class PortRecorder {
    private final Map<List<Object>, PortCall> calls = new LinkedHashMap<>();

    /** One call of the port. */
    record PortCall(Method method, List<Object> arguments) {
        /** Makes it once more, of {@code aws}. */
        void repeat(Aws aws) throws ReflectiveOperationException {
            method.invoke(method.getDeclaringClass() == Aws.class ? aws : aws.codeDeploy(), arguments.toArray());
        }
    }

    /** {@code target}, whose calls are noted, those of its CodeDeploy too. */
    <T> T over(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> call(target, method, arguments == null ? new Object[0] : arguments)));
    }

    private Object call(Object target, Method method, Object[] given) throws Throwable {
        if (method.getName().equals("codeDeploy")) {
            return over(CodeDeploy.class, (CodeDeploy) method.invoke(target));
        }
        List<Object> arguments = List.of(given);
        List<Object> key = Stream.concat(Stream.of(method), arguments.stream().filter(one -> !(one instanceof Instant)))
                .toList();
        calls.put(key, new PortCall(method, arguments));
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** What was called, in order of the first time. */
    Collection<PortCall> calls() {
        return calls.values();
    }
}
