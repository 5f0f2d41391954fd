"""Solves exported programs with peers: Clarabel, CVXPY and SCIP. See docs/benchmarks.md.

Started by the benchmark, it reads one request per line and answers one line of JSON each, so that
product and peer take turns within one run:

    clarabel FILE                 one solve of a conic program
    pipeline FILE SECONDS         the paper's two stages: CVXPY with Clarabel, then SCIP
    pipeline-tuned FILE SECONDS   the same, SCIP with the product's settings
    scip FILE SECONDS             the mixed-integer program by SCIP directly, its own settings
    scip-tuned FILE SECONDS       the same with the product's settings
    versions

pip install cvxpy clarabel pyscipopt numpy scipy
"""

import argparse
import functools
import json
import sys
import time

import numpy as np
import scipy.sparse as sp


@functools.cache
def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def by_columns(entry):
    return sp.csc_matrix((entry["values"], entry["rows"], entry["starts"]), shape=entry["shape"])


# One conic program


def clarabel_solve(path):
    import clarabel

    program = load(path)
    quadratic, constraints = by_columns(program["P"]), by_columns(program["A"])
    linear, bounds = np.array(program["q"]), np.array(program["b"])
    cones = [clarabel.ZeroConeT(program["zero"]), clarabel.NonnegativeConeT(program["nonnegative"])]
    cones += [clarabel.SecondOrderConeT(rows) for rows in program["secondOrder"]]
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    start = time.perf_counter()
    solver = clarabel.DefaultSolver(quadratic, linear, constraints, bounds, cones, settings)
    setup = time.perf_counter() - start
    start = time.perf_counter()
    solution = solver.solve()
    seconds = time.perf_counter() - start
    return {
        "status": str(solution.status),
        "objective": solution.obj_val,
        "iterations": solution.iterations,
        "setupSeconds": setup,
        "seconds": seconds,
    }


# The mixed-integer program for SCIP


def affine(variables, expression):
    from pyscipopt import quicksum

    terms = zip(expression["coefficients"], expression["variables"])
    return quicksum(c * variables[j] for c, j in terms) + expression["constant"]


class ScipProgram:
    """A program as a person would write it with PySCIPOpt: cones as quadratic constraints over
    variables of their own, where an expression is more than a variable."""

    def __init__(self, program, tuned):
        from pyscipopt import Model

        self.model = Model()
        self.model.hideOutput()
        if tuned:
            self.tune()
        self.variables = [
            self.model.addVar(lb=lower, ub=upper, vtype="B" if integer else "C")
            for lower, upper, integer in zip(
                as_bounds(program["lower"]), as_bounds(program["upper"]), program["integer"]
            )
        ]
        self.add_objective(program)
        self.add_rows(program)
        for cone in program["cones"]:
            self.add_cone(cone)

    def tune(self):
        """What the product gives its own SCIP, with which SCIP is at its best on these days."""
        self.model.setParam("numerics/feastol", 1e-8)
        self.model.setParam("presolving/donotaggr", True)
        self.model.setParam("presolving/donotmultaggr", True)
        self.model.setParam("nlhdlr/bilinear/enabled", False)
        for heuristic in ("locks", "shiftandpropagate", "feaspump", "rens"):
            self.model.setParam(f"heuristics/{heuristic}/freq", -1)

    def add_objective(self, program):
        from pyscipopt import quicksum

        x = self.variables
        terms = [c * x[j] for j, c in enumerate(program["cost"]) if c]
        for j, factor in enumerate(program["quadraticCost"]):
            if factor:
                height = self.model.addVar(lb=0, ub=None)
                self.model.addCons(factor * x[j] * x[j] <= height)
                terms.append(height)
        self.model.setObjective(quicksum(terms) + program["constant"])

    def add_rows(self, program):
        from pyscipopt import quicksum

        starts, index, values = program["rowStart"], program["rowVariable"], program["rowValue"]
        for i, (lower, upper) in enumerate(zip(program["rowLower"], program["rowUpper"])):
            entries = range(starts[i], starts[i + 1])
            row = quicksum(values[k] * self.variables[index[k]] for k in entries)
            if lower == upper:
                self.model.addCons(row == lower)
                continue
            if lower > -1e30:
                self.model.addCons(row >= lower)
            if upper < 1e30:
                self.model.addCons(row <= upper)

    def single(self, expression, lower):
        """The expression as one variable times a factor, or a constant."""
        if not expression["variables"]:
            return expression["constant"]
        if len(expression["variables"]) == 1 and expression["constant"] == 0:
            return expression["coefficients"][0] * self.variables[expression["variables"][0]]
        variable = self.model.addVar(lb=lower, ub=None)
        self.model.addCons(affine(self.variables, expression) == variable)
        return variable

    def add_cone(self, cone):
        from pyscipopt import quicksum

        left = self.single(cone["left"], 0)
        right = left if cone["left"] == cone["right"] else self.single(cone["right"], 0)
        squares = [self.single(square, None) for square in cone["squares"]]
        self.model.addCons(quicksum(square * square for square in squares) <= left * right)

    def add_trust_region(self, zeros, ones, radius):
        from pyscipopt import quicksum

        turned = quicksum(self.variables[j] for j in zeros)
        turned += quicksum(1 - self.variables[j] for j in ones)
        self.model.addCons(turned <= radius)

    def solve(self, gap, seconds):
        self.model.setParam("limits/gap", gap)
        self.model.setParam("limits/time", max(0.01, seconds))
        self.model.optimize()
        found = self.model.getNSols() > 0
        return {
            "status": self.model.getStatus(),
            "objective": self.model.getObjVal() if found else None,
            "bound": self.model.getDualbound(),
        }


def as_bounds(values):
    return [None if abs(value) >= 1e30 else value for value in values]


def scip_direct(path, limit, tuned=False):
    program = load(path)
    start = time.perf_counter()
    answer = ScipProgram(program, tuned).solve(program["relativeGap"], float(limit))
    answer["seconds"] = time.perf_counter() - start
    return answer


# The paper's pipeline

PENALTY, TOLERANCE, THRESHOLD, RADIUS = 0.5, 1e-4, 0.01, 5


class Relaxation:
    """The day's relaxation in CVXPY, its linear costs a parameter, solved by Clarabel."""

    def __init__(self, program):
        import cvxpy as cp

        n = len(program["cost"])
        self.x = cp.Variable(n)
        self.cost = cp.Parameter(n)
        quadratic = np.array(program["quadraticCost"])
        objective = self.cost @ self.x + cp.sum(cp.multiply(quadratic, cp.square(self.x)))
        constraints = self.linear(program, n) + self.cones(program, n)
        self.problem = cp.Problem(cp.Minimize(objective), constraints)

    def linear(self, program, n):
        matrix = sp.csr_matrix(
            (program["rowValue"], program["rowVariable"], program["rowStart"]),
            shape=(len(program["rowLower"]), n),
        )
        boxes = [(matrix, program["rowLower"], program["rowUpper"])]
        boxes.append((sp.identity(n, format="csr"), program["lower"], program["upper"]))
        constraints = []
        for rows, lower, upper in boxes:
            lower, upper = np.array(lower), np.array(upper)
            equal = lower == upper
            above, below = (lower > -1e30) & ~equal, (upper < 1e30) & ~equal
            constraints += [rows[equal] @ self.x == lower[equal]] if equal.any() else []
            constraints += [rows[above] @ self.x >= lower[above]] if above.any() else []
            constraints += [rows[below] @ self.x <= upper[below]] if below.any() else []
        return constraints

    def cones(self, program, n):
        """Rotated cones as norms: ‖(2·squares, left − right)‖ ≤ left + right, grouped by size."""
        import cvxpy as cp

        groups = {}
        for cone in program["cones"]:
            groups.setdefault(len(cone["squares"]), []).append(cone)
        constraints = []
        for size, cones in groups.items():
            left = self.stack([cone["left"] for cone in cones], n)
            right = self.stack([cone["right"] for cone in cones], n)
            squares = [self.stack([cone["squares"][k] for cone in cones], n) for k in range(size)]
            members = cp.vstack([2 * square for square in squares] + [left - right])
            constraints.append(cp.SOC(left + right, members, axis=0))
        return constraints

    def stack(self, expressions, n):
        rows, columns, values = [], [], []
        for i, expression in enumerate(expressions):
            rows += [i] * len(expression["variables"])
            columns += expression["variables"]
            values += expression["coefficients"]
        matrix = sp.csr_matrix((values, (rows, columns)), shape=(len(expressions), n))
        return matrix @ self.x + np.array([expression["constant"] for expression in expressions])

    def solve(self, cost):
        self.cost.value = cost
        self.problem.solve(solver="CLARABEL")
        return np.array(self.x.value)


def difference_of_convex(program, binaries):
    """(17)–(21) of arXiv 2409.19962; returns the point and how many relaxations it took."""
    relaxation = Relaxation(program)
    plain = np.array(program["cost"])
    quadratic = np.array(program["quadraticCost"])

    def merit(x):
        z = np.clip(x[binaries], 0, 1)
        return plain @ x + quadratic @ (x * x) + PENALTY * np.sum(z - z * z)

    x = relaxation.solve(plain)
    for iteration in range(1, 101):
        z = np.clip(x[binaries], 0, 1)
        if not np.any((z > THRESHOLD) & (z < 1 - THRESHOLD)):
            return x, iteration
        cost = plain.copy()
        cost[binaries] += PENALTY * (1 - 2 * z)
        before = merit(x)
        x = relaxation.solve(cost)
        if abs(merit(x) - before) < TOLERANCE:
            return x, iteration + 1
    return x, 101


def pipeline(path, limit, tuned=False):
    program = load(path)
    binaries = np.flatnonzero(program["integer"])
    start = time.perf_counter()
    x, relaxations = difference_of_convex(program, binaries)
    stage1 = time.perf_counter() - start
    zeros = [j for j in binaries if x[j] <= THRESHOLD]
    ones = [j for j in binaries if x[j] >= 1 - THRESHOLD]
    scip = ScipProgram(program, tuned)
    scip.add_trust_region(zeros, ones, RADIUS)
    answer = scip.solve(program["relativeGap"], float(limit) - stage1)
    answer["seconds"] = time.perf_counter() - start
    answer["stage1Seconds"] = stage1
    answer["relaxations"] = relaxations
    answer["free"] = len(binaries) - len(zeros) - len(ones)
    return answer


def versions():
    import clarabel
    import cvxpy
    import pyscipopt

    scip = pyscipopt.Model().version()
    return {
        "python": sys.version.split()[0],
        "clarabel": clarabel.__version__,
        "cvxpy": cvxpy.__version__,
        "pyscipopt": pyscipopt.__version__,
        "scip": str(scip),
    }


REQUESTS = {
    "clarabel": clarabel_solve,
    "pipeline": pipeline,
    "pipeline-tuned": functools.partial(pipeline, tuned=True),
    "scip": scip_direct,
    "scip-tuned": functools.partial(scip_direct, tuned=True),
    "versions": versions,
}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("request", nargs="*", help="one request; without any, they are read")
    arguments = parser.parse_args()
    requests = [arguments.request] if arguments.request else (line.split() for line in sys.stdin)
    for name, *rest in requests:
        print(json.dumps(REQUESTS[name](*rest)), flush=True)


if __name__ == "__main__":
    main()
