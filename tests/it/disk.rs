//! What only a real disk can do to a guide: links that go round, pipes, files that come and go.
