"""Settings survive a round trip, bad values and unreadable files."""

from pathlib import Path

import pytest

from desktop.settings import Settings, load_settings, save_settings, secrets
from desktop.settings.environment import brain_with_environment


@pytest.fixture
def notices() -> list[str]:
    return []


def test_an_empty_folder_gives_the_defaults(tmp_path: Path, notices: list[str]) -> None:
    assert load_settings(tmp_path, notices.append) == Settings()
    assert notices == []


def test_what_was_saved_is_loaded(tmp_path: Path, notices: list[str]) -> None:
    settings = Settings(lang="ja")
    settings.brain.url = "http://127.0.0.1:1234/v1"
    settings.look.text_scale = 150
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path, notices.append) == settings
    assert (tmp_path / "settings.toml").stat().st_mode & 0o077 == 0


def test_comments_and_unknown_keys_are_kept(tmp_path: Path, notices: list[str]) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# mine\n[voice]\ncaption_size = 26 # large\n[later]\nthing = 3\n', "utf-8")
    settings = load_settings(tmp_path, notices.append)
    settings.voice.muted = True
    save_settings(tmp_path, settings)
    text = path.read_text("utf-8")
    assert "# mine" in text and "# large" in text and "thing = 3" in text and "muted = true" in text


def test_a_value_out_of_bounds_falls_back_alone_and_is_named(tmp_path: Path, notices: list[str]) -> None:
    (tmp_path / "settings.toml").write_text("[voice.characters.kai]\nrate = 99\nvolume = 0.25\n", "utf-8")
    settings = load_settings(tmp_path, notices.append)
    assert settings.voice.of("kai").rate == 1.0
    assert settings.voice.of("kai").volume == 0.25
    assert len(notices) == 1 and "voice.characters.kai.rate" in notices[0]


def test_the_one_voice_of_an_older_file_is_miras_and_stands_in_one_place(tmp_path: Path, notices: list[str]) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('version = 1\n[voice]\nengine = "espeak"\nrate = 1.25\npitch = 0.9\ncaption_size = 26\n', "utf-8")
    settings = load_settings(tmp_path, notices.append)
    assert (settings.version, settings.voice.caption_size, notices) == (2, 26, [])
    hers = settings.voice.of("mira")
    assert (hers.engine, hers.rate, hers.pitch) == ("espeak", 1.25, 0.9)
    save_settings(tmp_path, settings)
    assert path.read_text("utf-8").count("rate = ") == 1
    assert load_settings(tmp_path, notices.append) == settings


def test_each_character_keeps_a_voice_of_their_own(tmp_path: Path, notices: list[str]) -> None:
    settings = Settings()
    usual = settings.voice.of("kai")
    hers = settings.voice.of("mira")
    hers.pitch = 1.2
    settings.voice.keep("mira", hers)
    save_settings(tmp_path, settings)
    again = load_settings(tmp_path, notices.append)
    assert again.voice.of("mira").pitch == 1.2
    assert again.voice.of("kai") == usual != Settings().voice.of("mira")


@pytest.mark.parametrize("text", ["voice = 3", "brain = []", "lang = 'fr'", "[look]\ntheme = 1"])
def test_a_value_of_the_wrong_kind_never_stops_the_start(tmp_path: Path, notices: list[str], text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, "utf-8")
    assert load_settings(tmp_path, notices.append) == Settings()
    assert notices


def test_a_value_that_is_none_again_stands_in_the_file_no_more(tmp_path: Path, notices: list[str]) -> None:
    settings = Settings()
    settings.brain.price_in, settings.brain.price_out, settings.brain.currency = 0.15, 0.6, "EUR"
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path, notices.append).brain.price_in == 0.15
    settings.brain.price_in = None
    save_settings(tmp_path, settings)
    again = load_settings(tmp_path, notices.append).brain
    assert (again.price_in, again.price_out, again.currency) == (None, 0.6, "EUR")


def test_an_unreadable_file_is_set_aside_not_lost(tmp_path: Path, notices: list[str]) -> None:
    (tmp_path / "settings.toml").write_text("not [ toml", "utf-8")
    assert load_settings(tmp_path, notices.append) == Settings()
    kept = list(tmp_path.glob("settings.toml.unreadable-*"))
    assert [file.read_text("utf-8") for file in kept] == ["not [ toml"]
    assert kept[0].name in notices[0]


def test_the_environment_is_stronger_than_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    settings.brain.url = "http://a/v1"
    monkeypatch.setenv("HEARTH_BRAIN_URL", "http://b/v1")
    monkeypatch.setenv("HEARTH_BRAIN_MODEL", "small")
    assert brain_with_environment(settings.brain).url == "http://b/v1"
    assert brain_with_environment(settings.brain).model == "small"
    assert settings.brain.url == "http://a/v1"
    monkeypatch.setenv("HEARTH_BRAIN_URL", "offline")
    assert brain_with_environment(settings.brain).url == ""


def test_without_a_keyring_the_key_lives_for_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import fail

    monkeypatch.delenv("HEARTH_BRAIN_KEY", raising=False)
    monkeypatch.setattr(secrets, "_session", {})
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        assert secrets.brain_key("http://a/v1") == ""
        assert secrets.store_brain_key("http://a/v1", "k-1") is False
        assert secrets.brain_key("http://a/v1") == "k-1"
    finally:
        keyring.set_keyring(before)
