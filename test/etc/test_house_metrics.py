"""etc/house-metrics.py on small samples: python3 -m unittest discover -s test/etc."""

import importlib.util
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "etc/house-metrics.py"


def load():
    specification = importlib.util.spec_from_file_location("house_metrics", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


metrics = load()


def read(text, path="A.java"):
    return metrics.read(Path(path), textwrap.dedent(text))


def lengths(text):
    return [(method.name, method.length) for method in read(text).methods]


class MethodLengthTest(unittest.TestCase):
    def test_counts_from_the_signature_to_the_closing_brace(self):
        source = """\
            class A {
                /** Not this line. */
                @Override
                public int one(
                        int a, int b) throws IOException, B {

                    // but this one
                    return a;
                }
                A() {}
            }
            """
        self.assertEqual([("one", 6), ("A", 1)], lengths(source))

    def test_methods_without_a_body_do_not_count(self):
        self.assertEqual([("two", 1)], lengths("interface A { int one(); default int two() { return 2; } }"))

    def test_a_compact_constructor_counts_and_an_initializer_does_not(self):
        self.assertEqual([("A", 3)], lengths("record A(int a) {\n    static { a(); }\n    A {\n        b();\n    }\n}"))

    def test_a_lambda_belongs_to_the_method_around_it(self):
        source = "class A {\n    F f = x -> {\n        y();\n    };\n    void a() {\n        b(() -> {\n            c();\n        });\n    }\n}"
        self.assertEqual([("a", 5)], lengths(source))

    def test_methods_of_anonymous_classes_count(self):
        source = "class A { B b = new B<C>(1, d(2)) { int e() { return 1; } }; void f() { g(new B() { int h() { return 2; } }); } }"
        self.assertEqual([("e", 1), ("h", 1), ("f", 1)], lengths(source))

    def test_a_condition_that_makes_an_object_is_no_class(self):
        self.assertEqual([("f", 1)], lengths("class A { void f() { if (a.equals(new B(1))) { if (c) { d(); } } } }"))

    def test_constants_of_an_enum_are_no_methods(self):
        source = "enum A { ONE, TWO(2) { int b() { return 1; } }, THREE { int b() { return 2; } }; A(int n) {} int b() { return 0; } }"
        self.assertEqual(["b", "b", "A", "b"], [name for name, _ in lengths(source)])

    def test_generic_and_array_signatures_are_methods(self):
        source = "class A { <T extends C<T>> T[] one(Map<T, B> m) { return 1; } static Map<B, C>two() { return 2; } }"
        self.assertEqual(["one", "two"], [name for name, _ in lengths(source)])

    def test_an_array_in_a_field_is_no_method(self):
        self.assertEqual([], lengths("class A { int[][] a = {{1, 2}, {3}}; String[] b = new String[] {c(1)}; }"))

    def test_braces_in_texts_comments_and_annotations_do_not_count(self):
        source = '''\
            @B(c = {D.class, E.class}, f = "(")
            class A {
                String t = "{" + '{' + '\\'' + """
                    void no() { " {
                    """;
                // void no() {
                /* { */ void yes() {}
            }
            '''
        self.assertEqual([("yes", 1)], lengths(source))


class TypesTest(unittest.TestCase):
    def test_finds_nested_and_local_types_and_who_holds_them(self):
        source = read("public class A { record B(int c) {} public @interface C {} void d() { enum E { F } } sealed interface G permits B {} }")
        self.assertEqual(
            [("A", True, ""), ("B", False, "A"), ("C", True, "A"), ("E", False, "A"), ("G", False, "A")],
            [tuple(declared) for declared in source.types],
        )

    def test_a_variable_or_call_named_record_is_no_type(self):
        self.assertEqual(["A"], [t.name for t in read("class A { void f() { for (B record : c) { record(d); } } }").types])


class Tree:
    """A checkout with the given files, and what the script says of it."""

    def __init__(self, **files):
        self.folder = tempfile.TemporaryDirectory()
        for place, text in files.items():
            module, package, name = place.split("__")
            path = Path(self.folder.name, module.replace("_", "/"), "main/java", *package.split("_"), name + ".java")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"package {package.replace('_', '.')};\n{text}")

    def __enter__(self):
        self.folder.__enter__()
        command = [sys.executable, SCRIPT, "--root", self.folder.name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.code, self.out = done.returncode, done.stdout
        return self

    def __exit__(self, *error):
        self.folder.__exit__(*error)


class LimitsTest(unittest.TestCase):
    def broken(self, tree, *lines):
        self.assertEqual(1, tree.code, tree.out)
        for line in lines:
            self.assertIn(line, tree.out)
        self.assertEqual(1, tree.out.count("BROKEN"), tree.out)

    def test_holds(self):
        with Tree(src__a__B="import c.D;\nclass B { class Builder {} }", src__c__D="class D { class Builder {} }") as tree:
            self.assertEqual(0, tree.code, tree.out)
            self.assertIn("lines of main code: 5 in 2 files", tree.out)

    def test_names_that_two_modules_share(self):
        with Tree(src__a__B="class B {}", **{"lib-x_y_src__c__D": "class D { record B() {} }"}) as tree:
            self.broken(tree, "types that share a simple name: 2 of 1 names (limit 0); top-level ones: 0 of 0", "B: a.B, c.D.B")

    def test_public_types_of_the_constructs_that_are_not_internal(self):
        place = "lib-x_src__io_teal_constructs"
        files = {f"{place}_{package}__{name}": f"public class {name} {{ public class In{name} {{}} }}"
                 for package, name in (("testing", "B"), ("fleet", "C"), ("internal_d", "D"))}
        with Tree(**files) as tree:
            self.broken(tree, "public types of the constructs: 1 ", "neither there nor internal: 1", "io.teal.constructs.fleet.C")

    def test_too_many_public_types(self):
        files = {f"src__io_teal_constructs__C{n}": f"public class C{n} {{}}" for n in range(36)}
        with Tree(**files) as tree:
            self.broken(tree, "public types of the constructs: 36 ")

    def test_too_many_long_methods(self):
        long = "void a() {\n" + "b();\n" * 19 + "}\n"
        with Tree(src__a__B="class B {\n" + "int c() { return 1; }\n" * 48 + long + "}") as tree:
            self.broken(tree, "methods of at most 20 lines: 97.96 %", "a/B.java:51 a 21")

    def test_methods_that_are_long_as_a_rule(self):
        with Tree(src__a__B="class B {\nvoid a() {\nb();\nb();\nb();\nb();\n}\n}") as tree:
            self.broken(tree, "methods: 1, median 6 lines")

    def test_long_files_and_those_with_a_builder(self):
        builder = "class C { class Builder {} }" + "\n" * 300
        with Tree(src__a__B="class B {}" + "\n" * 250, src__a__C=builder) as tree:
            self.broken(tree, "350 with a builder: 1 ", "a/B.java 251")

    def test_cycles_of_packages(self):
        imports = "import static b.B.x;\nclass A {}", "import c.C.In;\nclass B {}", "import a.A;\nclass C {}", "import a.*;\nclass D {}"
        names = ("src__a__A", "src__b__B", "src__c__C", "src__d__D")
        with Tree(**dict(zip(names, imports))) as tree:
            self.broken(tree, "cycles of packages: 1 ", "a <-> b <-> c")

    def test_two_cycles_are_two(self):
        files = {"src__a__A": "import b.B;\nclass A {}", "src__b__B": "import a.A;\nclass B {}",
                 "src__c__C": "import d.D;\nimport a.A;\nclass C {}", "src__d__D": "import c.C;\nclass D {}"}
        with Tree(**files) as tree:
            self.broken(tree, "cycles of packages: 2 ", "a <-> b\n", "c <-> d\n")


if __name__ == "__main__":
    unittest.main()
