document
  .querySelector('button')
  .addEventListener('click', () => document.body.insertAdjacentHTML('beforeend', '<h1>Email</h1>'))
